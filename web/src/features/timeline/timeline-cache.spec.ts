import type { Hub } from '@hub/client';
import type { HubEvent, Milestone, Timeline } from '@hub/contracts';
import { describe, expect, it } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { partnershipTimelines } from '../../timeline-keys';
import { TimelineCache } from './timeline-cache';

const milestone = (version: number): Milestone => ({
  id: 'report',
  itemId: 'line',
  partnershipId: null,
  plannedOn: '2026-11-30',
  forecastOn: null,
  actualOn: null,
  state: 'on_track',
  late: false,
  version,
});
const network: Timeline['networks'][number] = {
  id: 'climate',
  slug: 'climate',
  name: 'Climate',
  startsOn: '2026-04-01',
  endsOn: '2030-03-31',
  month: 8,
  visitsAYear: 2,
  stream: { channelId: 'a', seq: 4 },
  items: [],
  milestones: [milestone(1)],
  rows: [],
  may: { change: false },
};
const timeline: Timeline = { today: '2026-11-30', bands: [], networks: [network] };

/** A connection on which events can be told. */
function connection() {
  const listeners: ((events: HubEvent[]) => void)[] = [];
  const hub = {
    onEvents: (listener: (events: HubEvent[]) => void) => listeners.push(listener),
    onReset: () => undefined,
  };
  return { hub: hub as unknown as Hub, tell: (event: object) => listeners.forEach((one) => one([event as HubEvent])) };
}

describe('the timelines that were opened', () => {
  it('take what is told, and leave alone what is kept of single partnerships', () => {
    const { hub, tell } = connection();
    const client = new QueryClient();
    const cache = new TimelineCache(hub, client);
    const { queryKey } = cache.timeline('climate');
    const [one, log] = [{ today: '2026-11-30', network }, [{ about: 'milestone' }]];
    client.setQueryData(queryKey, timeline);
    client.setQueryData([...partnershipTimelines, 'of', 'pair'], one);
    client.setQueryData([...partnershipTimelines, 'log', 'pair'], log);
    tell({ kind: 'milestone.changed', networkId: 'climate', channelId: 'a', seq: 5, milestone: milestone(2) });
    expect(client.getQueryData<Timeline>(queryKey)?.networks[0]?.milestones[0]?.version).toBe(2);
    tell({ kind: 'plan.changed', networkId: 'climate', channelId: 'a', seq: 6 });
    expect(client.getQueryState(queryKey)?.isInvalidated).toBe(true);
    expect(client.getQueryData([...partnershipTimelines, 'of', 'pair'])).toBe(one);
    expect(client.getQueryData([...partnershipTimelines, 'log', 'pair'])).toBe(log);
  });
});
