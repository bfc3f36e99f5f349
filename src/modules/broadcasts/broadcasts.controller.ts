import type { BroadcastCard, BroadcastPage, BroadcastReach, Parsed, ReachBoard } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { AcknowledgingService } from './acknowledging.service.js';
import { BroadcastsService } from './broadcasts.service.js';
import { CorrectingService } from './correcting.service.js';
import { ReachService } from './reach.service.js';

@Controller()
export class BroadcastsController {
  constructor(
    private readonly broadcasts: BroadcastsService,
    private readonly correcting: CorrectingService,
    private readonly acknowledging: AcknowledgingService,
    private readonly reaching: ReachService,
  ) {}

  @Route('broadcast.list')
  list(@Me() actor: Actor, @Input() { networkSlug }: Parsed<'broadcast.list'>): Promise<BroadcastCard[]> {
    return this.broadcasts.list(actor, networkSlug);
  }

  @Route('broadcast.read')
  page(@Me() actor: Actor, @Input() { broadcastId }: Parsed<'broadcast.read'>): Promise<BroadcastPage> {
    return this.broadcasts.page(actor, broadcastId);
  }

  @Route('broadcast.acknowledge')
  acknowledge(@Me() actor: Actor, @Input() input: Parsed<'broadcast.acknowledge'>): Promise<void> {
    return this.acknowledging.acknowledge(actor, input);
  }

  @Route('broadcast.correct')
  correct(@Me() actor: Actor, @Input() input: Parsed<'broadcast.correct'>): Promise<void> {
    return this.correcting.correct(actor, input);
  }

  @Route('broadcast.discuss')
  discuss(@Me() actor: Actor, @Input() input: Parsed<'broadcast.discuss'>): Promise<void> {
    return this.correcting.discuss(actor, input);
  }

  @Route('broadcast.reach')
  reach(@Me() actor: Actor, @Input() { broadcastId }: Parsed<'broadcast.reach'>): Promise<BroadcastReach> {
    return this.reaching.of(actor, broadcastId);
  }

  @Route('reach.board')
  board(@Me() actor: Actor, @Input() { networkSlug }: Parsed<'reach.board'>): Promise<ReachBoard> {
    return this.reaching.board(actor, networkSlug);
  }
}
