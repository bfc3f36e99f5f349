/** Which rows of a conversation are in view. */
import type { Row } from './message-rows';
import type { MessageWindow } from '../messages';
import type { Sight } from './read-tracker';

/** As much of the list as is asked here. */
export interface ListView {
  readonly scrollOffset: number;
  readonly viewportSize: number;
  findItemIndex(offset: number): number;
  getItemOffset(index: number): number;
  getItemSize(index: number): number;
}

const slackPx = 4;

/** From the first row of which anything is seen to the last whose end is; the last may come before the first. */
export function rowsInView(view: ListView): { first: number; last: number } {
  const bottom = view.scrollOffset + view.viewportSize;
  const last = view.findItemIndex(bottom);
  const ends = view.getItemOffset(last) + view.getItemSize(last) <= bottom + slackPx;
  return { first: view.findItemIndex(view.scrollOffset + 1), last: ends ? last : last - 1 };
}

export function isWholeInView(view: ListView, index: number): boolean {
  const top = view.getItemOffset(index) - view.scrollOffset;
  return top >= 0 && top + view.getItemSize(index) <= view.viewportSize;
}

/** The messages among them; nothing where none is. */
export function sightOf(
  rows: readonly Row[],
  { first, last }: { first: number; last: number },
  { hasOlder, hasNewer }: Pick<MessageWindow, 'hasOlder' | 'hasNewer'>,
): Sight | undefined {
  const top = seqFrom(rows, first, 1);
  const bottom = seqFrom(rows, last, -1);
  if (top === undefined || bottom === undefined || bottom < top) return undefined;
  return {
    first: top,
    last: bottom,
    before: seqFrom(rows, first - 1, -1) ?? (hasOlder ? Infinity : 0),
    atEnd: !hasNewer && seqFrom(rows, last + 1, 1) === undefined,
  };
}

function seqFrom(rows: readonly Row[], index: number, step: 1 | -1): number | undefined {
  for (let at = index; at >= 0 && at < rows.length; at += step) {
    const row = rows[at];
    if (row?.kind === 'message') return row.message.seq;
  }
  return undefined;
}
