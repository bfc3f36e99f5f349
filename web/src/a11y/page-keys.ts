/** Keys of the page itself: single letters count only outside of fields, and not at all where the reader wants none. */
import { useEffect, useRef } from 'react';
import { deviceChoices } from './device-choices';

/** What to do by the key; names of keys are lower case. A single letter is left out where the reader wants none. */
export type PageKeys = Readonly<Record<string, ((target: Element) => void) | undefined>>;

export function usePageKeys(keys: PageKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (!(target instanceof Element) || takesKeys(target, key)) return;
      if (key.length === 1 && !deviceChoices().letterKeys) return;
      const work = latest.current[key.toLowerCase()];
      if (!work) return;
      event.preventDefault();
      work(target);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** What takes letters itself, what stands before the page, and what Enter presses. */
export function takesKeys(target: Element, key = ''): boolean {
  if (key === 'Enter' && target.matches('a, button, summary')) return true;
  return target.closest('input, textarea, select, [contenteditable], dialog, [role="menu"]') !== null;
}
