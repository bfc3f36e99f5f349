import type { Backfilled, Parsed, Resumed } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { SyncService } from './sync.service.js';

@Controller()
export class SyncController {
  constructor(private readonly sync: SyncService) {}

  @Route('sync.resume')
  resume(@Me() actor: Actor, @Input() input: Parsed<'sync.resume'>): Promise<Resumed> {
    return this.sync.resume(actor, input);
  }

  @Route('sync.backfill')
  backfill(@Me() actor: Actor, @Input() input: Parsed<'sync.backfill'>): Promise<Backfilled> {
    return this.sync.backfill(actor, input);
  }
}
