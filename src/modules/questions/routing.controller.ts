import type { AwayPeriod, Parsed, QuestionQueue, QuestionRules, Tag } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { AwayService } from './away.service.js';
import { RoutingService } from './routing.service.js';
import { RulesService } from './rules.service.js';
import { WaitingService } from './waiting.service.js';

@Controller()
export class RoutingController {
  constructor(
    private readonly waiting: WaitingService,
    private readonly routing: RoutingService,
    private readonly rules: RulesService,
    private readonly away: AwayService,
  ) {}

  @Route('question.queue')
  queue(@Me() actor: Actor, @Input() { networkSlug }: Parsed<'question.queue'>): Promise<QuestionQueue> {
    return this.waiting.queue(actor, networkSlug);
  }

  @Route('question.assign')
  assign(@Me() actor: Actor, @Input() input: Parsed<'question.assign'>): Promise<void> {
    return this.routing.assign(actor, input);
  }

  @Route('question.take')
  take(@Me() actor: Actor, @Input() input: Parsed<'question.take'>): Promise<void> {
    return this.routing.take(actor, input);
  }

  @Route('question.decline')
  decline(@Me() actor: Actor, @Input() input: Parsed<'question.decline'>): Promise<void> {
    return this.routing.decline(actor, input);
  }

  @Route('question.rules')
  read(@Me() actor: Actor, @Input() { networkSlug }: Parsed<'question.rules'>): Promise<QuestionRules> {
    return this.rules.read(actor, networkSlug);
  }

  @Route('question.setRules')
  set(@Me() actor: Actor, @Input() input: Parsed<'question.setRules'>): Promise<void> {
    return this.rules.set(actor, input);
  }

  @Route('tag.add')
  addTag(@Me() actor: Actor, @Input() input: Parsed<'tag.add'>): Promise<Tag> {
    return this.rules.addTag(actor, input);
  }

  @Route('away.list')
  listAway(@Me() actor: Actor): Promise<AwayPeriod[]> {
    return this.away.list(actor);
  }

  @Route('away.add')
  addAway(@Me() actor: Actor, @Input() input: Parsed<'away.add'>): Promise<void> {
    return this.away.add(actor, input);
  }

  @Route('away.remove')
  removeAway(@Me() actor: Actor, @Input() input: Parsed<'away.remove'>): Promise<void> {
    return this.away.remove(actor, input);
  }
}
