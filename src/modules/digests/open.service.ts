/** What is open in the inbox of a digest's reader, in the words of its letters. */
import type { Notification } from '@hub/contracts';
import { Injectable } from '@nestjs/common';
import { Address } from '../../edge/address.js';
import { InboxService } from '../notifications/inbox.service.js';
import { MattersService, type Matter } from '../notifications/matters.service.js';
import { PreferencesService } from '../preferences/preferences.service.js';
import type { DigestReader, Line } from './digest.policy.js';

export interface Reader extends DigestReader {
  timeZone: string;
  /** Since when there is news for them. */
  since: string;
}

interface Told extends Line {
  notification: Notification;
  matter: Matter;
}

@Injectable()
export class OpenService {
  constructor(
    private readonly inbox: InboxService,
    private readonly matters: MattersService,
    private readonly preferences: PreferencesService,
    private readonly address: Address,
  ) {}

  async told({ personId, locale, timeZone }: Reader): Promise<Told[]> {
    const { notifications } = await this.inbox.list({ personId }, 'open');
    const matters = await this.matters.of(
      notifications.map(({ id, kind, count }) => ({ notificationId: id, kind, personId, count, locale, timeZone })),
    );
    return notifications.flatMap((notification): Told[] => {
      const matter = matters.get(notification.id);
      if (!matter || 'reason' in matter) return [];
      const link = matter.parts.find((part) => 'link' in part || 'also' in part);
      const address = link && 'address' in link ? link.address : this.address.of('/inbox');
      return [{ notification, matter, text: matter.subject, address }];
    });
  }

  /** Of what is only to be known, what the person chose the digest for. */
  async unmailed(personId: string, told: Told[]): Promise<Line[]> {
    const asked = told.map(({ notification: { kind }, matter: { networkId, channelId = null } }) => ({
      personId,
      kind,
      networkId,
      channelId,
    }));
    const times = await this.preferences.mailTimes(asked, new Date());
    return told.filter((_, index) => times[index]?.mail === 'digest');
  }
}
