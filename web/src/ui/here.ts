/** Which network and channel the open page belongs to, told by the page where its address does not. The navigation shows it. */
import { useEffect, useSyncExternalStore } from 'react';

export interface Place {
  networkSlug: string;
  channelId?: string;
}

let place: Place | null = null;
const listeners = new Set<() => void>();

/** Called by a page; null while it does not know yet. */
export function useHere(networkSlug: string | undefined, channelId?: string): void {
  useEffect(() => {
    if (networkSlug === undefined) return;
    change({ networkSlug, ...(channelId !== undefined && { channelId }) });
    return () => change(null);
  }, [networkSlug, channelId]);
}

export function usePlace(): Place | null {
  return useSyncExternalStore(subscribe, () => place);
}

function change(to: Place | null): void {
  place = to;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
