import type { NotificationList, Parsed } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { NotificationsService } from './notifications.service.js';

@Controller()
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  @Route('notification.list')
  list(@Me() actor: Actor): Promise<NotificationList> {
    return this.notifications.list(actor);
  }

  @Route('notification.read')
  read(@Me() actor: Actor, @Input() { ids }: Parsed<'notification.read'>): Promise<{ unread: number }> {
    return this.notifications.read(actor, ids);
  }
}
