import type { LocalGovernment, Parsed, PartnershipPage } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { FormingService } from './forming.service.js';
import { GovernmentsService } from './governments.service.js';
import { PartnershipChangesService } from './partnership-changes.service.js';
import { PartnershipsService } from './partnerships.service.js';

@Controller()
export class PartnershipsController {
  constructor(
    private readonly partnerships: PartnershipsService,
    private readonly forming: FormingService,
    private readonly changes: PartnershipChangesService,
    private readonly governments: GovernmentsService,
  ) {}

  @Route('partnership.read')
  page(@Me() actor: Actor, @Input() { partnershipSlug }: Parsed<'partnership.read'>): Promise<PartnershipPage> {
    return this.partnerships.page(actor, partnershipSlug);
  }

  @Route('partnership.create')
  create(@Me() actor: Actor, @Input() input: Parsed<'partnership.create'>): Promise<{ partnershipSlug: string }> {
    return this.forming.create(actor, input);
  }

  @Route('partnership.change')
  change(@Me() actor: Actor, @Input() input: Parsed<'partnership.change'>): Promise<void> {
    return this.changes.change(actor, input);
  }

  @Route('partnership.status')
  status(@Me() actor: Actor, @Input() input: Parsed<'partnership.status'>): Promise<void> {
    return this.changes.status(actor, input);
  }

  @Route('party.join')
  join(@Me() actor: Actor, @Input() input: Parsed<'party.join'>): Promise<void> {
    return this.changes.join(actor, input);
  }

  @Route('party.leave')
  leave(@Me() actor: Actor, @Input() input: Parsed<'party.leave'>): Promise<void> {
    return this.changes.leave(actor, input);
  }

  @Route('government.list')
  governmentsToChoose(
    @Me() actor: Actor,
    @Input() { networkSlug }: Parsed<'government.list'>,
  ): Promise<LocalGovernment[]> {
    return this.governments.list(actor, networkSlug);
  }

  @Route('government.add')
  addGovernment(@Me() actor: Actor, @Input() input: Parsed<'government.add'>): Promise<LocalGovernment> {
    return this.governments.add(actor, input);
  }
}
