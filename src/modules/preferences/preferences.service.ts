/** How people want to be told: what counts for each, and when they may be written to. */
import type { MailChoice, NotificationKind, PreferencesChange } from '@hub/contracts';
import { Database } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { mailChoice, unchosen } from './choices.policy.js';
import { holidaysOf } from './holidays.policy.js';
import { choicesFor, keeperOf, keepersOf, type Keeper, type KeeperAsked } from './preferences.queries.js';
import { wakingTime, type Quiet } from './waking.policy.js';
import { zoneOf } from './zone.policy.js';

export interface MailAsked {
  personId: string;
  kind: NotificationKind;
  networkId: string | null;
  channelId: string | null;
}

/** Whether it is mailed, and the first moment from the asked one on that is not quiet for the person. */
export interface MailTime {
  mail: MailChoice;
  at: Date;
}

export interface WorkingCalendar {
  timeZone: string;
  isHoliday(day: string): boolean;
}

/** The database, or the transaction of whoever asks: none waits for a second connection while it holds one. */
type Asks = Pick<Database, 'query'>;

@Injectable()
export class PreferencesService {
  constructor(private readonly database: Database) {}

  /** Where they are when they work, and on which days their country rests; of those who have an account or had one. */
  async calendars(personIds: string[], from: Asks = this.database): Promise<Map<string, WorkingCalendar>> {
    const calendars = new Map<string, WorkingCalendar>();
    for (const { personId, timeZone, country } of await from.query<Keeper>(keepersOf, [personIds])) {
      const holidays = await holidaysOf(country);
      calendars.set(personId, { timeZone: zoneOf(timeZone), isHoliday: (day) => holidays.on(day) !== null });
    }
    return calendars;
  }

  /** One for each that was asked for, in the same order, as of today's choices. A person without an account is told in the hub alone. */
  async mailTimes(asked: MailAsked[], at: Date, from: Asks = this.database): Promise<MailTime[]> {
    if (asked.length === 0) return [];
    const keepers = await from.query<Keeper>(keepersOf, [[...new Set(asked.map(({ personId }) => personId))]]);
    const choices = await from.query<KeeperAsked>(choicesFor, [
      asked.map(({ personId }) => personId),
      asked.map(({ networkId }) => networkId),
      asked.map(({ channelId }) => channelId),
    ]);
    const known = new Map(keepers.map((keeper) => [keeper.personId, keeper]));
    const waking = new WakingTimes(at);
    const times: MailTime[] = [];
    for (const [place, { personId, kind }] of asked.entries()) {
      const keeper = known.get(personId);
      const { network = {}, channel = {} } = choices[place] ?? {};
      const { mail: own, digest } = keeper?.own ?? unchosen;
      times.push(
        keeper
          ? { mail: mailChoice(kind, { network, own, channel, digest }), at: await waking.of(keeper) }
          : { mail: 'off', at },
      );
    }
    return times;
  }

  /** The first moment from this one on that is not quiet for a person; this one for somebody without an account. */
  async wakingTimeOf(personId: string, at: Date): Promise<Date> {
    const [keeper] = await this.database.query<Keeper>(keeperOf, [personId]);
    return keeper ? new WakingTimes(at).of(keeper) : at;
  }
}

/** Thousands of people have a few dozen nights between them. */
class WakingTimes {
  private readonly found = new Map<string, Date>();

  constructor(private readonly at: Date) {}

  async of(keeper: Keeper): Promise<Date> {
    const { timeZone, country, own } = keeper;
    const { quietFrom, quietUntil, quietDays, quietHolidays } = own ?? unchosen;
    const key = JSON.stringify([timeZone, country, quietFrom, quietUntil, quietDays, quietHolidays]);
    const at = this.found.get(key) ?? wakingTime(this.at, await quietOf(keeper, own ?? unchosen)).at;
    this.found.set(key, at);
    return at;
  }
}

/** When somebody would not be written to, with these choices. */
export async function quietOf(
  { timeZone, country }: Pick<Keeper, 'timeZone' | 'country'>,
  { quietFrom, quietUntil, quietDays, quietHolidays }: PreferencesChange,
): Promise<Quiet> {
  const holidays = await holidaysOf(quietHolidays ? country : null);
  return {
    timeZone: zoneOf(timeZone),
    from: quietFrom,
    until: quietUntil,
    days: quietDays,
    isHoliday: (day) => holidays.on(day) !== null,
  };
}
