import type { Parsed, SentMessage } from '@hub/contracts';
import { WebSocketGateway } from '@nestjs/websockets';
import { Command, Input, Me } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { SendingService } from './sending.service.js';

@WebSocketGateway()
export class MessagesGateway {
  constructor(private readonly sending: SendingService) {}

  @Command('message.send')
  send(@Me() actor: Actor, @Input() input: Parsed<'message.send'>): Promise<SentMessage> {
    return this.sending.send(actor, input);
  }
}
