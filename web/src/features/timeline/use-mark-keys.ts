/**
 * The marks are one stop of the Tab key: arrows go to the next mark of a row and to the nearest one in the row above or
 * below, Home and End to the ends of a row.
 */
import { useEffect, type KeyboardEvent, type RefObject } from 'react';

export function useMarkKeys(frame: RefObject<HTMLElement | null>, todayAt: number) {
  // After every drawing: the mark that could be tabbed to may have gone.
  useEffect(() => {
    const element = frame.current;
    if (!element || element.querySelector('[data-mark][tabindex="0"]')) return;
    const [row] = rowsIn(element);
    const next = row?.find((mark) => placeOf(mark) >= todayAt) ?? row?.at(-1);
    next?.setAttribute('tabindex', '0');
  });
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const focused = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || target.dataset.mark === undefined) return;
      for (const before of element.querySelectorAll('[data-mark][tabindex="0"]')) before.setAttribute('tabindex', '-1');
      target.setAttribute('tabindex', '0');
    };
    element.addEventListener('focusin', focused);
    return () => element.removeEventListener('focusin', focused);
  }, [frame]);

  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !frame.current) return;
    const rows = rowsIn(frame.current);
    const at = rows.findIndex((row) => row.includes(event.target as HTMLElement));
    const row = rows[at];
    if (!row) return;
    const to = nextOf(event.key, rows, at, row.indexOf(event.target as HTMLElement));
    if (!to) return;
    event.preventDefault();
    to.focus();
  };
}

function nextOf(key: string, rows: HTMLElement[][], at: number, index: number): HTMLElement | undefined {
  const row = rows[at] ?? [];
  const here = row[index];
  if (key === 'ArrowRight') return row[index + 1];
  if (key === 'ArrowLeft') return row[index - 1];
  if (key === 'Home') return row[0];
  if (key === 'End') return row.at(-1);
  const beside = key === 'ArrowDown' ? rows[at + 1] : key === 'ArrowUp' ? rows[at - 1] : undefined;
  return here && beside && nearest(beside, placeOf(here));
}

function rowsIn(frame: HTMLElement): HTMLElement[][] {
  return [...frame.querySelectorAll('[data-row]')]
    .map((row) => [...row.querySelectorAll<HTMLElement>('[data-mark]')])
    .filter((row) => row.length > 0);
}

function nearest(marks: HTMLElement[], at: number): HTMLElement | undefined {
  return marks.toSorted((a, b) => Math.abs(placeOf(a) - at) - Math.abs(placeOf(b) - at))[0];
}

function placeOf(mark: HTMLElement): number {
  return Number(mark.dataset.at);
}
