/** The letters of a round, as they are at this moment: what fell away meanwhile is settled, and what has to wait is put off. */
import { Database, isPassing } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { Log } from '../../edge/log.js';
import type { Letter } from '../mail/letter.js';
import { PreferencesService } from '../preferences/preferences.service.js';
import { ComposingService } from './composing.service.js';
import type { Written } from './letters.js';
import { MattersService, type Due } from './matters.service.js';
import { dueIn, fallAway, putOff } from './postman.queries.js';

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
  letterId: string;
  /** Its rows in the ledger, each with how many its notification stood for when it was read. */
  rows: { id: string; count: number }[];
  letter: Letter;
}

@Injectable()
export class DueLettersService {
  constructor(
    private readonly database: Database,
    private readonly matters: MattersService,
    private readonly preferences: PreferencesService,
    private readonly composing: ComposingService,
    private readonly log: Log,
  ) {}

  async of(letterIds: string[]): Promise<DueLetter[]> {
    return this.write(await this.database.prepared<Row>('letters_due', dueIn, [letterIds]));
  }

  /** What cannot be written is found by writing the letters one by one, and then their parts, and is settled alone. */
  private async write(rows: Row[]): Promise<DueLetter[]> {
    try {
      const letters = lettersIn(await this.stillDue(rows));
      return await Promise.all(letters.map((items) => this.compose(items)));
    } catch (error) {
      if (isPassing(error)) throw error;
      const parts = lettersIn(rows);
      const each = parts.length > 1 ? parts : rows.map((row) => [row]);
      if (each.length > 1) return (await Promise.all(each.map((part) => this.write(part)))).flat();
      const kinds = rows.map(({ kind }) => kind);
      this.log.error(
        { error: error instanceof Error ? error.name : typeof error, kinds },
        'a letter cannot be written',
      );
      await this.fallAway(rows.map(({ id }) => ({ id, reason: 'unwritable' })));
      return [];
    }
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
    await this.fallAway(fallen);
    if (later.length > 0) await this.database.query(putOff, [later.map(({ id }) => id), later.map(({ at }) => at)]);
    return items;
  }

  private async fallAway(fallen: { id: string; reason: string }[]): Promise<void> {
    if (fallen.length === 0) return;
    await this.database.query(fallAway, [fallen.map(({ id }) => id), fallen.map(({ reason }) => reason)]);
  }

  private async compose([first, ...others]: [Item, ...Item[]]): Promise<DueLetter> {
    const letter = await this.composing.compose(first, [first.written, ...others.map(({ written }) => written)]);
    return { letterId: first.letterId, rows: [first, ...others].map(({ id, count }) => ({ id, count })), letter };
  }
}

function lettersIn<One extends { letterId: string }>(rows: One[]): [One, ...One[]][] {
  const letters = new Map<string, [One, ...One[]]>();
  for (const row of rows) {
    const letter = letters.get(row.letterId);
    if (letter) letter.push(row);
    else letters.set(row.letterId, [row]);
  }
  return [...letters.values()];
}

function questionOf({ personId, kind, written: { matter } }: Item) {
  return { personId, kind, networkId: matter.networkId, channelId: matter.channelId ?? null };
}
