import type { FailingAddress, Parsed } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { FailingAddressesService } from './failing-addresses.service.js';

@Controller()
export class FailingAddressesController {
  constructor(private readonly addresses: FailingAddressesService) {}

  @Route('address.listFailing')
  list(@Me() actor: Actor, @Input() { networkSlug }: Parsed<'address.listFailing'>): Promise<FailingAddress[]> {
    return this.addresses.list(actor, networkSlug);
  }
}
