/** The timelines that the reader has opened; events keep them fresh. */
import type { Hub } from '@hub/client';
import { reduceTimeline } from '@hub/client/reduce-timeline';
import type { HubEvent, Timeline } from '@hub/contracts';
import { queryOptions, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { Fetching, folded, keepFresh } from '../../keep-fresh';
import { useHub } from '../../live';
import { wholeTimelines } from '../../timeline-keys';

export class TimelineCache {
  private readonly fetching: Fetching;

  constructor(
    private readonly hub: Hub,
    private readonly client: QueryClient,
  ) {
    this.fetching = new Fetching(hub);
    hub.onEvents((events) => this.take(events));
    hub.onReset((channelId) => this.reset(channelId));
  }

  /** Of one network, or of all that the reader has. */
  timeline(networkSlug: string | undefined) {
    return queryOptions({
      queryKey: [...wholeTimelines, networkSlug ?? null],
      queryFn: async () => {
        const input = networkSlug === undefined ? {} : { networkSlug };
        const timeline = await this.fetching.fresh(() => this.hub.call('timeline.read', input), reduceTimeline);
        // From here on the events of these channels are told without holes.
        for (const { stream } of timeline.networks) if (stream) this.hub.follow(stream.channelId, stream.seq);
        return timeline;
      },
      structuralSharing: false,
    });
  }

  /** Asks anew for all of them: somebody changed what no event tells. */
  async refresh(): Promise<void> {
    await this.client.invalidateQueries({ queryKey: wholeTimelines });
  }

  private take(events: HubEvent[]): void {
    keepFresh<Timeline>(this.client, wholeTimelines, (timeline) => folded(timeline, events, reduceTimeline));
  }

  private reset(channelId: string | undefined): void {
    const isMeant = ({ networks }: Timeline) =>
      channelId === undefined || networks.some(({ stream }) => stream?.channelId === channelId);
    for (const [queryKey, timeline] of this.client.getQueriesData<Timeline>({ queryKey: wholeTimelines }))
      if (timeline && isMeant(timeline)) void this.client.invalidateQueries({ queryKey, exact: true });
  }
}

const caches = new WeakMap<Hub, TimelineCache>();

/** One for each connection. */
export function useTimelineCache(): TimelineCache {
  const hub = useHub();
  const client = useQueryClient();
  const known = caches.get(hub);
  if (known) return known;
  const made = new TimelineCache(hub, client);
  caches.set(hub, made);
  return made;
}
