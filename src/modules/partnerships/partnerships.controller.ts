import type { Parsed, PartnershipPage } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { PartnershipsService } from './partnerships.service.js';

@Controller()
export class PartnershipsController {
  constructor(private readonly partnerships: PartnershipsService) {}

  @Route('partnership.read')
  page(@Me() actor: Actor, @Input() { partnershipSlug }: Parsed<'partnership.read'>): Promise<PartnershipPage> {
    return this.partnerships.page(actor, partnershipSlug);
  }
}
