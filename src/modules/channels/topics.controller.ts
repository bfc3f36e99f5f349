import type { Parsed, TopicPage } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { TopicsService } from './topics.service.js';

@Controller()
export class TopicsController {
  constructor(private readonly topics: TopicsService) {}

  @Route('topic.read')
  topic(@Me() actor: Actor, @Input() { topicId }: Parsed<'topic.read'>): Promise<TopicPage> {
    return this.topics.page(actor, topicId);
  }

  @Route('topic.rename')
  rename(@Me() actor: Actor, @Input() input: Parsed<'topic.rename'>): Promise<void> {
    return this.topics.rename(actor, input);
  }

  @Route('topic.move')
  move(@Me() actor: Actor, @Input() input: Parsed<'topic.move'>): Promise<void> {
    return this.topics.move(actor, input);
  }

  @Route('topic.resolve')
  resolve(@Me() actor: Actor, @Input() input: Parsed<'topic.resolve'>): Promise<void> {
    return this.topics.resolve(actor, input);
  }
}
