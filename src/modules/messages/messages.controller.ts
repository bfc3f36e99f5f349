import type { MessagePage, Parsed, SentMessage } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { MessagesService } from './messages.service.js';
import { SendingService } from './sending.service.js';

@Controller()
export class MessagesController {
  constructor(
    private readonly messages: MessagesService,
    private readonly sending: SendingService,
  ) {}

  @Route('message.list')
  page(@Me() actor: Actor, @Input() input: Parsed<'message.list'>): Promise<MessagePage> {
    return this.messages.page(actor, input);
  }

  @Route('message.send')
  send(@Me() actor: Actor, @Input() input: Parsed<'message.send'>): Promise<SentMessage> {
    return this.sending.send(actor, input);
  }
}
