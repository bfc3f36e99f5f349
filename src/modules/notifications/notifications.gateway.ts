import type { Parsed } from '@hub/contracts';
import { WebSocketGateway } from '@nestjs/websockets';
import { Command, Input, Me } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { NotificationsService } from './notifications.service.js';

@WebSocketGateway()
export class NotificationsGateway {
  constructor(private readonly notifications: NotificationsService) {}

  @Command('notification.read')
  read(@Me() actor: Actor, @Input() { ids }: Parsed<'notification.read'>): Promise<{ unread: number }> {
    return this.notifications.read(actor, ids);
  }
}
