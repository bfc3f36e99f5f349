/** The rows of a conversation: days, messages in runs of one author, and at the end what is on its way. */
import type { Message } from '@hub/contracts';
import type { Outgoing } from './outgoing';

export type Row =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'message'; key: string; message: Message; opensRun: boolean }
  | { kind: 'outgoing'; key: string; outgoing: Outgoing; opensRun: boolean };

export interface RowSource {
  messages: readonly Message[];
  pageStarts: readonly number[];
  timeZone: string;
}

const longestPauseMs = 10 * 60_000;

/** A message keeps its row (`key`) when it turns from outgoing to sent, so that nothing flickers. */
export function messageRows({ messages, pageStarts, timeZone }: RowSource): Row[] {
  const starts = new Set(pageStarts);
  const rows: Row[] = [];
  let previous: Written | undefined;
  for (const message of messages) {
    const key = message.clientId;
    const written = { key, authorId: message.author.id, at: message.sentAt };
    const opensRun = placeAfter(previous, written, timeZone, rows) || starts.has(message.seq);
    rows.push({ kind: 'message', key, message, opensRun });
    previous = written;
  }
  return rows;
}

/** The rows with what the reader has on the way at their end, as far as it has not arrived. */
export function withOutgoing(
  rows: readonly Row[],
  outgoing: readonly Outgoing[],
  readerId: string,
  timeZone: string,
): readonly Row[] {
  const waiting = outgoing.filter(({ input }) => !rows.some((row) => row.key === input.clientId));
  if (waiting.length === 0) return rows;
  const all = [...rows];
  const last = rows.at(-1);
  let previous: Written | undefined =
    last?.kind === 'message' ? { key: last.key, authorId: last.message.author.id, at: last.message.sentAt } : undefined;
  for (const item of waiting) {
    const key = item.input.clientId;
    const written = { key, authorId: readerId, at: item.writtenAt };
    all.push({ kind: 'outgoing', key, outgoing: item, opensRun: placeAfter(previous, written, timeZone, all) });
    previous = written;
  }
  return all;
}

interface Written {
  key: string;
  authorId: string;
  at: string;
}

/** Puts in the day where a new one begins; tells whether a new run does. */
function placeAfter(
  previous: Written | undefined,
  { key, authorId, at }: Written,
  timeZone: string,
  rows: Row[],
): boolean {
  const dayOf = dayIn(timeZone);
  if (previous === undefined || dayOf(previous.at) !== dayOf(at)) {
    rows.push({ kind: 'day', key: `day-${key}`, at });
    return true;
  }
  return previous.authorId !== authorId || Date.parse(at) - Date.parse(previous.at) > longestPauseMs;
}

const days = new Map<string, (at: string) => string>();

/** The calendar day of an instant in a zone; remembered, because formatting is what a long conversation would wait for. */
function dayIn(timeZone: string): (at: string) => string {
  const known = days.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const found = new Map<string, string>();
  const dayOf = (at: string): string => {
    const hour = at.slice(0, 16);
    let day = found.get(hour);
    if (day === undefined) {
      day = format.format(new Date(at));
      found.set(hour, day);
    }
    return day;
  };
  days.set(timeZone, dayOf);
  return dayOf;
}
