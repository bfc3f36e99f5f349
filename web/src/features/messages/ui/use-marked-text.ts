/** What shows Markdown, fetched when the first message wants it. */
import { useEffect, useSyncExternalStore } from 'react';
import type { MarkedText } from './marked-text';

let shown: typeof MarkedText | undefined;
let asked = false;
const listeners = new Set<() => void>();

/** Nothing until it is here; a fetch that failed is tried again by the next message. */
export function useMarkedText(wanted: boolean): typeof MarkedText | undefined {
  const here = useSyncExternalStore(subscribe, () => shown);
  useEffect(() => {
    if (wanted) void fetchOnce();
  }, [wanted]);
  return wanted ? here : undefined;
}

async function fetchOnce(): Promise<void> {
  if (asked) return;
  asked = true;
  try {
    shown = (await import('./marked-text')).MarkedText;
    for (const listener of listeners) listener();
  } catch {
    asked = false;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
