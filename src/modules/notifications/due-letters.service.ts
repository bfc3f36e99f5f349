/** The letters of a round, as they are at this moment: what fell away meanwhile is settled, and what has to wait is put off. */
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { Address } from '../../edge/address.js';
import type { Letter } from '../mail/letter.js';
import { UnsubscribingService } from '../mail/unsubscribing.service.js';
import { PreferencesService } from '../preferences/preferences.service.js';
import { letterOf, type Written } from './letters.js';
import { MattersService, type Due } from './matters.service.js';
import { dueIn, putOff, suppress } from './postman.queries.js';

interface Row extends Due {
  id: string;
  letterId: string;
  dedupeKey: string;
  subjectId: string;
  name: string;
  email: string;
  /** Why it is not told any more, whatever it says. */
  reason: string | null;
}

type Item = Row & { written: Written };

export interface DueLetter {
  /** Its rows in the ledger. */
  ids: string[];
  letter: Letter;
}

@Injectable()
export class DueLettersService {
  constructor(
    private readonly database: Database,
    private readonly matters: MattersService,
    private readonly preferences: PreferencesService,
    private readonly unsubscribing: UnsubscribingService,
    private readonly address: Address,
  ) {}

  async of(letterIds: string[]): Promise<DueLetter[]> {
    const items = await this.stillDue(await this.database.query<Row>(dueIn, [letterIds]));
    const own = letterIds.map((letterId) => items.filter((one) => one.letterId === letterId));
    return Promise.all(own.flatMap(([first, ...others]) => (first ? [this.compose([first, ...others])] : [])));
  }

  private async stillDue(rows: Row[]): Promise<Item[]> {
    const open = rows.filter(({ reason }) => reason === null);
    const fallen = rows.flatMap(({ id, reason }) => (reason === null ? [] : [{ id, reason }]));
    const matters = await this.matters.of(open);
    const told: Item[] = [];
    for (const row of open) {
      const matter = matters.get(row.notificationId) ?? { reason: 'gone' };
      if ('reason' in matter) fallen.push({ id: row.id, reason: matter.reason });
      else told.push({ ...row, written: { ...row, matter } });
    }
    const now = new Date();
    const times = await this.preferences.mailTimes(told.map(questionOf), now);
    const later: { id: string; at: Date }[] = [];
    const items = told.filter(({ id }, index) => {
      const { mail, at } = times[index] ?? { mail: 'off', at: now };
      if (mail !== 'now') fallen.push({ id, reason: mail === 'digest' ? 'in_digest' : 'unwanted' });
      else if (at > now) later.push({ id, at });
      else return true;
      return false;
    });
    if (fallen.length > 0)
      await this.database.query(suppress, [fallen.map(({ id }) => id), fallen.map(({ reason }) => reason)]);
    if (later.length > 0) await this.database.query(putOff, [later.map(({ id }) => id), later.map(({ at }) => at)]);
    return items;
  }

  private async compose(items: [Item, ...Item[]]): Promise<DueLetter> {
    const [first, ...others] = items;
    const token = await this.unsubscribing.tokenOf(first.personId, first.kind);
    const letter = letterOf(first, [first.written, ...others.map(({ written }) => written)], {
      of: (path) => this.address.of(path),
      unsubscribe: this.address.of(`/api/unsubscriptions/${token}`),
      unsubscribePage: this.address.of(`/unsubscribe/${token}`),
    });
    return { ids: items.map(({ id }) => id), letter };
  }
}

function questionOf({ personId, kind, written: { matter } }: Item) {
  return { personId, kind, networkId: matter.networkId, channelId: matter.channelId ?? null };
}
