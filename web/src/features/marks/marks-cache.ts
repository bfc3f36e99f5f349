/**
 * The milestones and visits that messages name, as their reader may see them: asked for together, once, and from then on
 * kept by the events of their networks. Null stands for what the reader may not see, or what is not there.
 */
import type { Hub } from '@hub/client';
import type { HubEvent, Mark } from '@hub/contracts';
import { queryOptions, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { Fetching, folded, keepFresh, type Fold } from '../../keep-fresh';
import { useHub } from '../../live';
import { idOf, withEvent } from './marks';

/** As many as the hub answers at once. */
const most = 50;

export class MarksCache {
  private readonly fetching: Fetching;
  private wanted = new Set<string>();
  private asking: Promise<ReadonlyMap<string, Mark>> | undefined;

  constructor(
    private readonly hub: Hub,
    private readonly client: QueryClient,
  ) {
    this.fetching = new Fetching(hub);
    hub.onEvents((events) => this.take(events));
    hub.onReset(() => void client.invalidateQueries({ queryKey: ['mark'] }));
  }

  mark(id: string) {
    return queryOptions({
      queryKey: ['mark', id],
      queryFn: async () => (await this.together(id)).get(id) ?? null,
      staleTime: Infinity,
      structuralSharing: false,
    });
  }

  /** Those of them that are loaded. */
  loaded(ids: readonly string[]): Mark[] {
    return ids.flatMap((id) => this.client.getQueryData<Mark | null>(['mark', id]) ?? []);
  }

  /** What is wanted in one turn of the event loop is one question, or as few as the hub takes. */
  private together(id: string): Promise<ReadonlyMap<string, Mark>> {
    if (this.wanted.size >= most) this.asking = undefined;
    if (!this.asking) {
      const wanted = new Set<string>();
      this.wanted = wanted;
      this.asking = new Promise((resolve) => {
        setTimeout(() => {
          if (this.wanted === wanted) this.asking = undefined;
          resolve(this.fetch([...wanted]));
        });
      });
    }
    this.wanted.add(id);
    return this.asking;
  }

  private async fetch(ids: readonly string[]): Promise<ReadonlyMap<string, Mark>> {
    const marks = await this.fetching.fresh(
      () => this.hub.call('mark.list', { ids: ids.join(',') }),
      (found, event) => found.map((mark) => withEvent(mark, event)),
    );
    return new Map(marks.map((mark) => [idOf(mark), mark]));
  }

  private take(events: HubEvent[]): void {
    keepFresh<Mark | null>(this.client, ['mark'], (mark) => folded(mark, events, told));
  }
}

/** What the reader sees depends on where they are; what they did not see may be there now. */
const told: Fold<Mark | null> = (mark, event) => {
  if (event.kind === 'channel.gained' || event.kind === 'channel.lost') return undefined;
  return mark && withEvent(mark, event);
};

const caches = new WeakMap<Hub, MarksCache>();

/** One for each connection. */
export function useMarksCache(): MarksCache {
  const hub = useHub();
  const client = useQueryClient();
  const known = caches.get(hub);
  if (known) return known;
  const made = new MarksCache(hub, client);
  caches.set(hub, made);
  return made;
}
