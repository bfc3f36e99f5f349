import type { AudienceCount, Parsed } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { AudienceService } from './audience.service.js';
import { DraftingService } from './drafting.service.js';
import { SendingService } from './sending.service.js';
import { TestingService } from './testing.service.js';

/** What is done before something is sent, and sending it. */
@Controller()
export class DraftsController {
  constructor(
    private readonly audiences: AudienceService,
    private readonly drafting: DraftingService,
    private readonly testing: TestingService,
    private readonly sending: SendingService,
  ) {}

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

  @Route('broadcast.test')
  test(@Me() actor: Actor, @Input() input: Parsed<'broadcast.test'>): Promise<void> {
    return this.testing.test(actor, input);
  }

  @Route('broadcast.send')
  send(@Me() actor: Actor, @Input() input: Parsed<'broadcast.send'>): Promise<{ scheduledFor: string | null }> {
    return this.sending.send(actor, input);
  }

  @Route('broadcast.unschedule')
  unschedule(@Me() actor: Actor, @Input() input: Parsed<'broadcast.unschedule'>): Promise<void> {
    return this.sending.unschedule(actor, input);
  }
}
