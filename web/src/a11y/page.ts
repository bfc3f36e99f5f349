/** After a change of page, focus goes to its heading once it is there, unless the reader has turned to something else. */
import { useEffect, useRef, type RefObject } from 'react';

let awaited = false;

export function expectPage(): void {
  awaited = true;
  const done = () => {
    awaited = false;
    for (const kind of ['keydown', 'pointerdown']) removeEventListener(kind, done, true);
  };
  for (const kind of ['keydown', 'pointerdown']) addEventListener(kind, done, true);
}

/** `key` tells one page from the next where the same heading stays mounted. */
export function useHeadingFocus(key: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!awaited) return;
    awaited = false;
    heading.current?.focus({ preventScroll: true });
  }, [key]);
  return heading;
}

export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === 'Samverka' ? title : `${title} – Samverka`;
  }, [title]);
}
