/** A digest as it is at the moment of its sending: only what its reader may still see, has not read, and was not mailed. */
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Address } from '../../edge/address.js';
import { ComingService } from '../calendar/coming.service.js';
import type { Letter } from '../mail/letter.js';
import { UnsubscribingService } from '../mail/unsubscribing.service.js';
import { digestOf, type Coming, type Room } from './digest.policy.js';
import { rooms } from './digests.queries.js';
import { OpenService, type Reader } from './open.service.js';

interface RoomRow extends Omit<Room, 'address'> {
  id: string;
  networkSlug: string;
}

/** Further than two weeks nobody looks of a morning. */
const daysAhead = 14;

@Injectable()
export class ComposingService {
  constructor(
    private readonly database: Database,
    private readonly inbox: OpenService,
    private readonly coming: ComingService,
    private readonly unsubscribing: UnsubscribingService,
    private readonly address: Address,
  ) {}

  async compose(reader: Reader, day: string): Promise<Letter | null> {
    const { personId, since } = reader;
    const [told, coming, unread, token] = await Promise.all([
      this.inbox.told(reader),
      this.ahead(personId, day),
      this.database.query<RoomRow>(rooms, [personId, since]),
      this.unsubscribing.tokenOf(personId, 'digest'),
    ]);
    const waits = told.filter(({ notification }) => notification.needs === 'me');
    const known = told.filter(
      ({ notification: { needs, readAt, createdAt } }) => needs === 'know' && readAt === null && createdAt > since,
    );
    const contents = {
      waits,
      coming,
      happened: await this.inbox.unmailed(personId, known),
      rooms: unread.map(({ id, networkSlug, ...room }) => ({
        ...room,
        address: this.address.of(`/n/${networkSlug}/c/${id}`),
      })),
    };
    return digestOf(reader, day, contents, {
      inbox: this.address.of('/inbox'),
      choices: this.address.of('/settings/notifications'),
      unsubscribe: this.address.of(`/api/unsubscriptions/${token}`),
      unsubscribePage: this.address.of(`/unsubscribe/${token}`),
    });
  }

  /** What is on from this day on, the nearest first. */
  private async ahead(personId: string, day: string): Promise<Coming[]> {
    const last = Temporal.PlainDate.from(day).add({ days: daysAhead }).toString();
    const { dates, visits } = await this.coming.of(personId, day, last);
    return [
      ...dates.map(({ id, ...date }) => ({ ...date, address: this.address.of(`/m/${id}`) })),
      ...visits.map(({ id, startsOn, about }) => ({ on: startsOn, about, address: this.address.of(`/v/${id}`) })),
    ].sort((a, b) => a.on.localeCompare(b.on));
  }
}
