/** Where in a conversation a reader is led, and which row that is. */
import type { MessageWindow, Place } from '../messages';
import { isMessage, messageRowBeside, rowOf, type Row } from './message-rows';

export type Goal =
  | { to: 'end' }
  /** Where the news begins. */
  | { to: 'unread' }
  /** A message by its id or, as older links have it, its seq. */
  | { to: 'message'; message: string | number }
  /** The first message from an instant on, else the last before it. */
  | { to: 'time'; at: string };

export interface GoalRow {
  index: number;
  align: 'start' | 'center' | 'end';
  /** The key of the row that is shown to be what was looked for. */
  mark?: string;
}

/** Nothing while that part of the conversation is not loaded. */
export function rowOfGoal(rows: readonly Row[], goal: Goal): GoalRow | undefined {
  switch (goal.to) {
    case 'end':
      return rows.length === 0 ? undefined : { index: rows.length - 1, align: 'end' };
    case 'unread': {
      const line = rows.findIndex(({ kind }) => kind === 'unread');
      // One message above it tells where the reader left off.
      return line < 0 ? undefined : { index: Math.max(0, messageRowBeside(rows, line, -1)), align: 'start' };
    }
    case 'message': {
      const index = rowOf(rows, goal.message);
      return index < 0 ? undefined : { index, align: 'center', mark: rows[index]?.key };
    }
    case 'time': {
      const from = rows.findIndex((row) => row.kind === 'message' && row.message.sentAt >= goal.at);
      const index = from < 0 ? messageRowBeside(rows, rows.length, -1) : from;
      return index < 0 ? undefined : { index: Math.max(0, index - 1), align: 'start', mark: rows[index]?.key };
    }
  }
}

/** Whether it can be gone to without loading another stretch. */
export function isLoaded(window: MessageWindow, rows: readonly Row[], goal: Goal): boolean {
  const { messages, hasOlder, hasNewer } = window;
  switch (goal.to) {
    case 'end':
      return !hasNewer;
    case 'unread':
      return rows.some(({ kind }) => kind === 'unread');
    case 'message':
      return messages.some((one) => isMessage(one, goal.message));
    case 'time':
      return (
        (!hasOlder || (messages[0]?.sentAt ?? '') < goal.at) &&
        (!hasNewer || (messages.at(-1)?.sentAt ?? '') >= goal.at)
      );
  }
}

/** What to load to get there; `unreadAfter` is where the line of new messages stands. */
export function placeOf(goal: Goal, unreadAfter: number | undefined): Place | 'latest' {
  switch (goal.to) {
    case 'end':
      return 'latest';
    case 'unread':
      return unreadAfter === undefined ? 'latest' : { around: unreadAfter + 1 };
    case 'message':
      return { around: goal.message };
    case 'time':
      return { since: goal.at };
  }
}
