/**
 * How what is loaded stays as fresh as the hub's events. A fold answers undefined where no event can bring what it was
 * given up to date: that is loaded afresh.
 */
import type { Hub } from '@hub/client';
import type { HubEvent } from '@hub/contracts';
import type { QueryClient, QueryKey } from '@tanstack/react-query';

export type Fold<T> = (data: T, event: HubEvent) => T | undefined;

/** Fetches while events go on: whatever was told meanwhile is applied to the answer. */
export class Fetching {
  private readonly waiting = new Set<HubEvent[]>();

  /** To be made before anything is fetched, and before whoever folds the events into what was. */
  constructor(hub: Hub) {
    hub.onEvents((events) => this.waiting.forEach((came) => came.push(...events)));
  }

  async fresh<T>(fetch: () => Promise<T>, fold: Fold<T>): Promise<T> {
    for (;;) {
      const came: HubEvent[] = [];
      this.waiting.add(came);
      try {
        const now = folded(await fetch(), came, fold);
        if (now !== undefined) return now;
      } finally {
        this.waiting.delete(came);
      }
    }
  }
}

export function folded<T>(data: T, events: readonly HubEvent[], fold: Fold<T>): T | undefined {
  let now: T | undefined = data;
  for (const event of events) if (now !== undefined) now = fold(now, event);
  return now;
}

/** Folds events into every query of a kind; `again` loads afresh what they cannot bring up to date. */
export function keepFresh<T>(
  client: QueryClient,
  queryKey: QueryKey,
  fold: (data: T, key: QueryKey) => T | undefined,
  again: (key: QueryKey) => void = (key) => void client.invalidateQueries({ queryKey: key, exact: true }),
): void {
  for (const [key, data] of client.getQueriesData<T>({ queryKey })) {
    if (data === undefined) continue;
    const now = fold(data, key);
    if (now === undefined) again(key);
    else if (now !== data) client.setQueryData(key, now);
  }
}
