import type { Parsed, VisitCard, VisitPage } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { VisitChangesService } from './visit-changes.service.js';
import { VisitsService } from './visits.service.js';

@Controller()
export class VisitsController {
  constructor(
    private readonly visits: VisitsService,
    private readonly changes: VisitChangesService,
  ) {}

  @Route('visit.read')
  page(@Me() actor: Actor, @Input() { visitId }: Parsed<'visit.read'>): Promise<VisitPage> {
    return this.visits.page(actor, visitId);
  }

  @Route('visit.plan')
  plan(@Me() actor: Actor, @Input() input: Parsed<'visit.plan'>): Promise<VisitCard> {
    return this.changes.plan(actor, input);
  }

  @Route('visit.change')
  change(@Me() actor: Actor, @Input() input: Parsed<'visit.change'>): Promise<VisitCard> {
    return this.changes.change(actor, input);
  }

  @Route('visit.undo')
  undo(@Me() actor: Actor, @Input() input: Parsed<'visit.undo'>): Promise<VisitCard> {
    return this.changes.undo(actor, input);
  }
}
