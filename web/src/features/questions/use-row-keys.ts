/** Lists of questions by single keys: J and K go on and back, A goes to where the one that has the focus is given to somebody. */
import type { RefObject } from 'react';
import { usePageKeys } from '../../a11y';

export function useRowKeys(page: RefObject<HTMLElement | null>): void {
  const entries = () => [...(page.current?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])];
  const go = (step: 1 | -1) => (target: Element) => {
    const all = entries();
    const row = target.closest('[data-question]');
    const at = all.findIndex((entry) => row?.contains(entry));
    const next = at < 0 ? (step === 1 ? 0 : -1) : at + step;
    const entry = next < 0 && at >= 0 ? undefined : all.at(next);
    entry?.focus();
    entry?.closest('[data-question]')?.scrollIntoView({ block: 'nearest' });
  };
  const give = (target: Element) =>
    target.closest('[data-question]')?.querySelector<HTMLElement>('[data-give]')?.focus();
  usePageKeys({ j: go(1), k: go(-1), a: give });
}
