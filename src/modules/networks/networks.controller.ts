import type { Directory, NetworkCard, NetworkPage, Parsed } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { NetworksService } from './networks.service.js';

@Controller()
export class NetworksController {
  constructor(private readonly networks: NetworksService) {}

  @Route('network.list')
  list(@Me() actor: Actor): Promise<NetworkCard[]> {
    return this.networks.list(actor);
  }

  @Route('network.read')
  page(@Me() actor: Actor, @Input() { networkSlug }: Parsed<'network.read'>): Promise<NetworkPage> {
    return this.networks.page(actor, networkSlug);
  }

  @Route('network.directory')
  directory(@Me() actor: Actor, @Input() { networkSlug }: Parsed<'network.directory'>): Promise<Directory> {
    return this.networks.directory(actor, networkSlug);
  }
}
