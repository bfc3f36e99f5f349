/** Loads more of a list and leads to the first of it: the button may be gone by then. */
import type { RefObject } from 'react';

interface List {
  fetchNextPage(): Promise<unknown>;
}

export async function showMore(list: List, box: RefObject<HTMLElement | null>): Promise<void> {
  const links = () => box.current?.querySelectorAll<HTMLElement>('li :is(h2, h3) a') ?? [];
  const before = links().length;
  await list.fetchNextPage();
  requestAnimationFrame(() => links()[before]?.focus());
}
