/**
 * When somebody's digest is due, pure. It comes at their hour on each of their days that is not quiet, or once a week on
 * their weekday, moved to the first day after it that is not quiet. An hour that is quiet gives way to the first that is not.
 */
import type { PreferencesChange } from '@hub/contracts';
import { Temporal } from 'temporal-polyfill';
import { isRestDay, wakingTime, type Quiet } from './waking.policy.js';

type Day = Temporal.PlainDate;

export interface DigestRule {
  digest: PreferencesChange['digest'];
  /** `HH:MM`. */
  at: string;
  weekday: number;
  quiet: Quiet;
}

export interface DigestDue {
  at: Date;
  /** The local day on which it comes: one has one digest. */
  day: string;
}

/** A quiet time longer than this does not move a digest further; it is left out. */
const looksBackDays = 10;
const looksAheadDays = 70;
/** How late one still comes. */
const lateHours = { off: 0, daily: 12, weekly: 36 };

/** The first digest after this moment. */
export function nextDigest(after: Date, rule: DigestRule): DigestDue | null {
  return find(after, rule, -looksBackDays, looksAheadDays, (due) => due.at > after);
}

/**
 * The digest that is to be sent at this moment: the last that was due, while it is not too late for it and nobody is woken.
 * Whoever travels over the hour of theirs has it late; a weekly one may wait until the next morning.
 */
export function dueDigest(now: Date, rule: DigestRule): DigestDue | null {
  const due = latestDigest(now, rule);
  if (!due || now.getTime() - due.at.getTime() > lateHours[rule.digest] * 3_600_000) return null;
  return wakingTime(now, rule.quiet).reason === null ? due : null;
}

/** The last digest that was due at this moment. */
export function latestDigest(now: Date, rule: DigestRule): DigestDue | null {
  return find(now, rule, 0, -looksBackDays, (due) => due.at <= now);
}

function find(
  around: Date,
  rule: DigestRule,
  first: number,
  last: number,
  fits: (due: DigestDue) => boolean,
): DigestDue | null {
  if (rule.digest === 'off') return null;
  const today = localDay(around, rule.quiet.timeZone);
  const step = Math.sign(last - first);
  for (let n = first; n !== last + step; n += step) {
    const day = today.add({ days: n });
    if (!isDigestDay(day, rule)) continue;
    const due = dueOn(day, rule);
    if (fits(due)) return due;
  }
  return null;
}

function dueOn(day: Day, { at, quiet }: DigestRule): DigestDue {
  const meant = day.toPlainDateTime(at).toZonedDateTime(quiet.timeZone);
  const due = wakingTime(new Date(meant.epochMilliseconds), quiet).at;
  return { at: due, day: localDay(due, quiet.timeZone).toString() };
}

function isDigestDay(day: Day, { digest, weekday, quiet }: DigestRule): boolean {
  if (isRestDay(day, quiet)) return false;
  if (digest === 'daily' || day.dayOfWeek === weekday) return true;
  for (let before = day.subtract({ days: 1 }), n = 0; n < looksBackDays && isRestDay(before, quiet); n++) {
    if (before.dayOfWeek === weekday) return true;
    before = before.subtract({ days: 1 });
  }
  return false;
}

function localDay(at: Date, timeZone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
}
