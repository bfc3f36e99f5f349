import type { Backfilled, Parsed, Resumed } from '@hub/contracts';
import { WebSocketGateway } from '@nestjs/websockets';
import { Command, Input, Me } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { SyncService } from './sync.service.js';

@WebSocketGateway()
export class SyncGateway {
  constructor(private readonly sync: SyncService) {}

  @Command('sync.resume')
  resume(@Me() actor: Actor, @Input() input: Parsed<'sync.resume'>): Promise<Resumed> {
    return this.sync.resume(actor, input);
  }

  @Command('sync.backfill')
  backfill(@Me() actor: Actor, @Input() input: Parsed<'sync.backfill'>): Promise<Backfilled> {
    return this.sync.backfill(actor, input);
  }
}
