import type { AuditExport, AuditList, Parsed, PeopleList } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { RosterService } from './roster.service.js';
import { TrailService } from './trail.service.js';

@Controller()
export class AdministrationController {
  constructor(
    private readonly roster: RosterService,
    private readonly trail: TrailService,
  ) {}

  @Route('person.list')
  people(@Me() actor: Actor, @Input() query: Parsed<'person.list'>): Promise<PeopleList> {
    return this.roster.list(actor, query);
  }

  @Route('audit.list')
  list(@Me() actor: Actor, @Input() query: Parsed<'audit.list'>): Promise<AuditList> {
    return this.trail.list(actor, query);
  }

  @Route('audit.export')
  export(@Me() actor: Actor, @Input() query: Parsed<'audit.export'>): Promise<AuditExport> {
    return this.trail.export(actor, query);
  }
}
