/** The inbox by single keys: on and back, done, later. Undo has the focus of what was put away. */
import type { RefObject } from 'react';
import { usePageKeys } from '../../a11y';

export function useInboxKeys(page: RefObject<HTMLElement | null>): void {
  const rows = () => [...(page.current?.querySelectorAll('li') ?? [])].filter((row) => entryOf(row));
  const go = (step: 1 | -1) => (target: Element) => {
    const all = rows();
    const at = all.findIndex((row) => row.contains(target));
    const next = at < 0 ? (step === 1 ? 0 : -1) : at + step;
    const row = next < 0 && at >= 0 ? undefined : all.at(next);
    const entry = row && entryOf(row);
    entry?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  };
  const press = (what: 'done' | 'later') => (target: Element) =>
    target.closest('li')?.querySelector<HTMLElement>(`[data-do="${what}"]`)?.click();
  usePageKeys({ j: go(1), k: go(-1), e: press('done'), l: press('later') });
}

function entryOf(row: Element): HTMLElement | null {
  return row.querySelector<HTMLElement>('[data-entry]');
}
