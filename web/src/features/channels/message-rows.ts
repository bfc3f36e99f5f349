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
  outgoing: readonly Outgoing[];
  /** The reader, who is the author of what is on its way. */
  readerId: string;
  timeZone: string;
}

const longestPauseMs = 10 * 60_000;

/** A message keeps its row (`key`) when it turns from outgoing to sent, so that nothing flickers. */
export function messageRows({ messages, pageStarts, outgoing, readerId, timeZone }: RowSource): Row[] {
  const dayOf = dayIn(timeZone);
  const starts = new Set(pageStarts);
  const arrived = new Set(messages.map((message) => message.clientId));
  const rows: Row[] = [];
  let previous: { authorId: string; at: string } | undefined;

  const place = (key: string, authorId: string, at: string, apart: boolean): boolean => {
    const newDay = previous === undefined || dayOf(previous.at) !== dayOf(at);
    if (newDay) rows.push({ kind: 'day', key: `day-${key}`, at });
    const opensRun =
      newDay || apart || previous?.authorId !== authorId || Date.parse(at) - Date.parse(previous.at) > longestPauseMs;
    previous = { authorId, at };
    return opensRun;
  };

  for (const message of messages) {
    const key = message.clientId;
    const opensRun = place(key, message.author.id, message.sentAt, starts.has(message.seq));
    rows.push({ kind: 'message', key, message, opensRun });
  }
  for (const item of outgoing) {
    const key = item.input.clientId;
    if (arrived.has(key)) continue;
    const opensRun = place(key, readerId, item.writtenAt, false);
    rows.push({ kind: 'outgoing', key, outgoing: item, opensRun });
  }
  return rows;
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
