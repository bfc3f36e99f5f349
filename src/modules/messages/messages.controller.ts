import type { Message, MessagePage, MessageVersion, Parsed, ReportList, SentMessage } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { MessagesService } from './messages.service.js';
import { ReportsService } from './reports.service.js';
import { RevisingService } from './revising.service.js';
import { SendingService } from './sending.service.js';

@Controller()
export class MessagesController {
  constructor(
    private readonly messages: MessagesService,
    private readonly sending: SendingService,
    private readonly revising: RevisingService,
    private readonly reports: ReportsService,
  ) {}

  @Route('message.list')
  page(@Me() actor: Actor, @Input() input: Parsed<'message.list'>): Promise<MessagePage> {
    return this.messages.page(actor, input);
  }

  @Route('pin.list')
  pins(@Me() actor: Actor, @Input() { channelId }: Parsed<'pin.list'>): Promise<Message[]> {
    return this.messages.pins(actor, channelId);
  }

  @Route('message.history')
  history(@Me() actor: Actor, @Input() { messageId }: Parsed<'message.history'>): Promise<MessageVersion[]> {
    return this.messages.history(actor, messageId);
  }

  @Route('message.send')
  send(@Me() actor: Actor, @Input() input: Parsed<'message.send'>): Promise<SentMessage> {
    return this.sending.send(actor, input);
  }

  @Route('message.edit')
  edit(@Me() actor: Actor, @Input() input: Parsed<'message.edit'>): Promise<Message> {
    return this.revising.edit(actor, input);
  }

  @Route('message.remove')
  remove(@Me() actor: Actor, @Input() input: Parsed<'message.remove'>): Promise<Message> {
    return this.revising.remove(actor, input);
  }

  @Route('message.pin')
  pin(@Me() actor: Actor, @Input() input: Parsed<'message.pin'>): Promise<void> {
    return this.revising.pin(actor, input);
  }

  @Route('reaction.set')
  react(@Me() actor: Actor, @Input() input: Parsed<'reaction.set'>): Promise<void> {
    return this.revising.react(actor, input);
  }

  @Route('message.report')
  report(@Me() actor: Actor, @Input() input: Parsed<'message.report'>): Promise<void> {
    return this.reports.report(actor, input);
  }

  @Route('report.list')
  list(@Me() actor: Actor, @Input() { networkSlug }: Parsed<'report.list'>): Promise<ReportList> {
    return this.reports.list(actor, networkSlug);
  }

  @Route('report.settle')
  settle(@Me() actor: Actor, @Input() input: Parsed<'report.settle'>): Promise<void> {
    return this.reports.settle(actor, input);
  }
}
