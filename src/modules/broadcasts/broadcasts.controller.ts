import type { AudienceCount, BroadcastCard, BroadcastPage, BroadcastReach, Parsed, ReachBoard } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { AcknowledgingService } from './acknowledging.service.js';
import { AudienceService } from './audience.service.js';
import { BroadcastsService } from './broadcasts.service.js';
import { CorrectingService } from './correcting.service.js';
import { DraftingService } from './drafting.service.js';
import { ReachService } from './reach.service.js';
import { SendingService } from './sending.service.js';
import { TestingService } from './testing.service.js';

@Controller()
export class BroadcastsController {
  constructor(
    private readonly broadcasts: BroadcastsService,
    private readonly audiences: AudienceService,
    private readonly drafting: DraftingService,
    private readonly sending: SendingService,
    private readonly testing: TestingService,
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

  @Route('broadcast.audience')
  audience(@Me() actor: Actor, @Input() input: Parsed<'broadcast.audience'>): Promise<AudienceCount> {
    return this.audiences.count(actor, input);
  }

  @Route('broadcast.draft')
  draft(@Me() actor: Actor, @Input() input: Parsed<'broadcast.draft'>): Promise<void> {
    return this.drafting.draft(actor, input);
  }

  @Route('broadcast.change')
  change(@Me() actor: Actor, @Input() input: Parsed<'broadcast.change'>): Promise<void> {
    return this.drafting.change(actor, input);
  }

  @Route('broadcast.discard')
  discard(@Me() actor: Actor, @Input() input: Parsed<'broadcast.discard'>): Promise<void> {
    return this.drafting.discard(actor, input);
  }

  @Route('broadcast.send')
  send(@Me() actor: Actor, @Input() input: Parsed<'broadcast.send'>): Promise<{ scheduledFor: string | null }> {
    return this.sending.send(actor, input);
  }

  @Route('broadcast.unschedule')
  unschedule(@Me() actor: Actor, @Input() input: Parsed<'broadcast.unschedule'>): Promise<void> {
    return this.sending.unschedule(actor, input);
  }

  @Route('broadcast.acknowledge')
  acknowledge(@Me() actor: Actor, @Input() input: Parsed<'broadcast.acknowledge'>): Promise<void> {
    return this.acknowledging.acknowledge(actor, input);
  }

  @Route('broadcast.test')
  test(@Me() actor: Actor, @Input() input: Parsed<'broadcast.test'>): Promise<void> {
    return this.testing.test(actor, input);
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
