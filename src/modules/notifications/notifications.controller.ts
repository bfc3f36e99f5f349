import type { NotificationList, Parsed } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { InboxService } from './inbox.service.js';

@Controller()
export class NotificationsController {
  constructor(private readonly inbox: InboxService) {}

  @Route('notification.list')
  list(@Me() actor: Actor, @Input() { box }: Parsed<'notification.list'>): Promise<NotificationList> {
    return this.inbox.list(actor, box);
  }

  @Route('notification.read')
  read(@Me() actor: Actor, @Input() { ids }: Parsed<'notification.read'>): Promise<{ unread: number }> {
    return this.inbox.read(actor, ids);
  }

  @Route('notification.done')
  done(@Me() actor: Actor, @Input() input: Parsed<'notification.done'>): Promise<{ unread: number }> {
    return this.inbox.done(actor, input);
  }

  @Route('notification.later')
  later(@Me() actor: Actor, @Input() input: Parsed<'notification.later'>): Promise<{ unread: number }> {
    return this.inbox.later(actor, input);
  }
}
