/** The rows of a conversation: days, where the news begins, messages in runs of one author, and what is on its way. */
import type { Message } from '@hub/contracts';
import type { Outgoing } from '../messages';

export type Row =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'unread'; key: string }
  | { kind: 'message'; key: string; message: Message; opensRun: boolean }
  | { kind: 'outgoing'; key: string; outgoing: Outgoing; opensRun: boolean };

export interface RowSource {
  messages: readonly Message[];
  pageStarts: readonly number[];
  /** The seq of the message that the line of new messages stands before. */
  unreadFrom: number | undefined;
  timeZone: string;
}

const longestPauseMs = 10 * 60_000;

/** A message keeps its row (`key`) when it turns from outgoing to sent, so that nothing flickers. */
export function messageRows({ messages, pageStarts, unreadFrom, timeZone }: RowSource): Row[] {
  const starts = new Set(pageStarts);
  const rows: Row[] = [];
  let previous: Written | undefined;
  for (const message of messages) {
    const key = message.clientId;
    const written = { key, authorId: message.author.id, at: message.sentAt };
    const opensRun = placeAfter(previous, written, timeZone, rows) || starts.has(message.seq);
    const isNew = message.seq === unreadFrom;
    if (isNew) rows.push({ kind: 'unread', key: 'unread' });
    rows.push(messageRow(message, opensRun || isNew));
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

/** The index of a message's row, by its id or, as older links have it, its seq; below 0 where it is not loaded. */
export function rowOf(rows: readonly Row[], message: string | number): number {
  return rows.findIndex((row) => row.kind === 'message' && isMessage(row.message, message));
}

export function isMessage({ id, seq }: Message, wanted: string | number): boolean {
  return id === wanted || seq === wanted;
}

/** The nearest row of a message from `index` on, going by `step`; below 0 where there is none. */
export function messageRowBeside(rows: readonly Row[], index: number, step: 1 | -1): number {
  for (let at = index + step; at >= 0 && at < rows.length; at += step) if (isOfMessage(rows[at])) return at;
  return -1;
}

export function isOfMessage(row: Row | undefined): boolean {
  return row?.kind === 'message' || row?.kind === 'outgoing';
}

interface Written {
  key: string;
  authorId: string;
  at: string;
}

type MessageRow = Extract<Row, { kind: 'message' }>;
const made = new WeakMap<Message, MessageRow>();

/** The same row as long as nothing of it changes: whatever happens to one message, the others are not drawn anew. */
function messageRow(message: Message, opensRun: boolean): MessageRow {
  const known = made.get(message);
  if (known?.opensRun === opensRun) return known;
  const row: MessageRow = { kind: 'message', key: message.clientId, message, opensRun };
  made.set(message, row);
  return row;
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
