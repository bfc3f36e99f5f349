/** What is folded on a page lies open on its paper: `details` open before printing, and close again after it. */
import { useEffect, useRef, type RefObject } from 'react';

export function useOpenOnPaper<E extends HTMLElement>(): RefObject<E | null> {
  const within = useRef<E>(null);
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const open = () => {
      const closed = within.current?.querySelectorAll<HTMLDetailsElement>('details:not([open])') ?? [];
      opened = [...opened, ...closed];
      for (const one of closed) one.open = true;
    };
    const close = () => {
      for (const one of opened) one.open = false;
      opened = [];
    };
    addEventListener('beforeprint', open);
    addEventListener('afterprint', close);
    return () => {
      removeEventListener('beforeprint', open);
      removeEventListener('afterprint', close);
    };
  }, []);
  return within;
}
