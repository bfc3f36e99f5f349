/** After a change of page, focus goes to its heading once it is there, unless the reader has turned to something else. */
import { useEffect, useRef, type RefObject } from 'react';

let awaited = false;
let here = false;

/** To be called when the reader leaves a page; `pageIsHere` when the next one is in its place, with its heading or still without. */
export function expectPage(): void {
  awaited = true;
  here = false;
  const done = () => {
    awaited = false;
    for (const kind of ['keydown', 'pointerdown']) removeEventListener(kind, done, true);
  };
  for (const kind of ['keydown', 'pointerdown']) addEventListener(kind, done, true);
}

export function pageIsHere(): void {
  here = true;
}

/** `key` tells one page from the next where the same heading stays mounted. */
export function useHeadingFocus(key: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The heading of the page that is left may come late too.
    if (!awaited || !here) return;
    awaited = false;
    heading.current?.focus({ preventScroll: true });
  }, [key]);
  return heading;
}

let title = '';
let unread = 0;

export function usePageTitle(of: string): void {
  useEffect(() => {
    title = of === 'Samverka' ? of : `${of} – Samverka`;
    showTitle();
  }, [of]);
}

/** How much is unread stands before the title, where it is seen among other windows. */
export function useUnreadTitle(count: number): void {
  useEffect(() => {
    unread = count;
    showTitle();
    return () => {
      unread = 0;
      showTitle();
    };
  }, [count]);
}

function showTitle(): void {
  if (title !== '') document.title = unread > 0 ? `(${unread}) ${title}` : title;
}
