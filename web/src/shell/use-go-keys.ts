/** G and then a letter goes to a page. */
import { useRef } from 'react';
import { usePageKeys } from '../a11y';
import { navigate } from '../router';

const patienceMs = 1500;

export function useGoKeys(): void {
  const begunAt = useRef(-Infinity);
  const go = (to: '/' | '/unread' | '/inbox') => () => {
    if (performance.now() - begunAt.current < patienceMs) navigate({ to });
    begunAt.current = -Infinity;
  };
  usePageKeys({
    g: () => (begunAt.current = performance.now()),
    h: go('/'),
    u: go('/unread'),
    i: go('/inbox'),
  });
}
