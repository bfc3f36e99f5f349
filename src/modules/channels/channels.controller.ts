import type { ChannelPage, Parsed, TopicPage } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { ChannelsService } from './channels.service.js';

@Controller()
export class ChannelsController {
  constructor(private readonly channels: ChannelsService) {}

  @Route('channel.read')
  channel(@Me() actor: Actor, @Input() { channelId }: Parsed<'channel.read'>): Promise<ChannelPage> {
    return this.channels.page(actor, channelId);
  }

  @Route('topic.read')
  topic(@Me() actor: Actor, @Input() { topicId }: Parsed<'topic.read'>): Promise<TopicPage> {
    return this.channels.topicPage(actor, topicId);
  }
}
