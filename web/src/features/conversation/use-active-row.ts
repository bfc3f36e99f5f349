/**
 * The one message of a list that Tab leads to. The arrow keys move from it to its neighbours; while the focus is elsewhere
 * it is the last one in view, so that whoever enters the list stays where they read.
 */
import { useCallback, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';
import { isOfMessage, messageRowBeside, type Row } from './message-rows';
import { rowsInView } from './sight';
import type { Steering } from './steering';

/** Which row shall take the focus once it is drawn; a new count each time. */
export interface FocusAsked {
  key: string;
  count: number;
}

export function useActiveRow(
  rows: readonly Row[],
  list: RefObject<VirtualizerHandle | null>,
  scroller: RefObject<HTMLElement | null>,
  steering: Steering,
) {
  const [key, setKey] = useState<string>();
  const [asked, setAsked] = useState<FocusAsked>({ key: '', count: 0 });
  const counted = useRef(0);
  const index = useMemo(() => {
    const found = key === undefined ? -1 : rows.findIndex((row) => row.key === key);
    return found < 0 ? messageRowBeside(rows, rows.length, -1) : found;
  }, [rows, key]);

  /** Brings a row into view. */
  const show = useCallback(
    (at: number) => {
      const row = rows[at];
      if (!row) return;
      steering.toRow(at, 'nearest');
      setKey(row.key);
    },
    [rows, steering],
  );

  /** Brings a row into view and gives it the focus. */
  const focus = useCallback(
    (at: number) => {
      show(at);
      const key = rows[at]?.key;
      if (key !== undefined) setAsked({ key, count: ++counted.current });
    },
    [rows, show],
  );

  const onKeyDown = (event: KeyboardEvent, toEnd: () => void) => {
    const onRow = event.target instanceof HTMLElement && event.target.matches('article');
    if (!onRow || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const step = { ArrowDown: 1 as const, ArrowUp: -1 as const }[event.key];
    if (step === undefined && event.key !== 'End') return;
    event.preventDefault();
    if (step === undefined) return toEnd();
    const beside = messageRowBeside(rows, index, step);
    if (beside >= 0) focus(beside);
  };

  /** The reader has scrolled: unless the focus is in the list, it follows them. */
  const follow = () => {
    const view = list.current;
    if (!view || scroller.current?.contains(document.activeElement)) return;
    const { last } = rowsInView(view);
    const at = isOfMessage(rows[last]) ? last : messageRowBeside(rows, last, -1);
    const row = rows[at];
    if (row) setKey(row.key);
  };

  return { index, key: rows[index]?.key, asked, show, focus, onKeyDown, onFocus: setKey, follow };
}
