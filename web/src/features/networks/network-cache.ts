/** The reader's networks and what each holds; events keep their channels fresh. */
import { reduceChannelCards, type Hub } from '@hub/client';
import type { ChannelCard, ChannelListing, HubEvent, NetworkPage, PartnershipPage } from '@hub/contracts';
import { queryOptions, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { Fetching, folded, keepFresh, type Fold } from '../../keep-fresh';
import { useHub } from '../../live';
import { foldListings } from './fold-listings';

export const themesKey = ['themes'];

const kinds = ['networks', 'network', 'listings', 'directory', 'partnership'] as const;

/** A partnership's page does not tell which channels gained are its own. */
const ofNetwork: Fold<NetworkPage> = (page, event) =>
  withChannels(page, reduceChannelCards(page.channels, event, page.id));
const ofPartnership: Fold<PartnershipPage> = (page, event) =>
  event.kind === 'channel.gained' ? undefined : withChannels(page, reduceChannelCards(page.channels, event));

export class NetworkCache {
  private readonly fetching: Fetching;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly hub: Hub,
    private readonly client: QueryClient,
  ) {
    this.fetching = new Fetching(hub);
    hub.onEvents((events) => this.take(events));
    hub.onReset(() => void this.refresh());
  }

  /** Asks anew for everything: somebody changed what no event tells. */
  async refresh(): Promise<void> {
    await Promise.all(kinds.map((kind) => this.client.invalidateQueries({ queryKey: [kind] })));
  }

  list() {
    return queryOptions({ queryKey: ['networks'], queryFn: () => this.hub.call('network.list', {}) });
  }

  network(networkSlug: string) {
    return queryOptions({
      queryKey: ['network', networkSlug],
      queryFn: () => this.followed(() => this.hub.call('network.read', { networkSlug }), ofNetwork),
    });
  }

  /** With the template; for administrators. */
  themes() {
    return queryOptions({ queryKey: themesKey, queryFn: () => this.hub.call('theme.list', {}) });
  }

  /** The channels that the reader is in or may join. */
  listings(networkSlug: string) {
    return queryOptions({
      queryKey: ['listings', networkSlug],
      queryFn: () => this.fetching.fresh(() => this.hub.call('channel.list', { networkSlug }), foldListings),
    });
  }

  directory(networkSlug: string) {
    return queryOptions({
      queryKey: ['directory', networkSlug],
      queryFn: () => this.hub.call('network.directory', { networkSlug }),
    });
  }

  partnership(partnershipSlug: string) {
    return queryOptions({
      queryKey: ['partnership', partnershipSlug],
      queryFn: () => this.followed(() => this.hub.call('partnership.read', { partnershipSlug }), ofPartnership),
    });
  }

  /** From here on the events of its channels are told without holes. */
  private async followed<T extends { channels: ChannelCard[] }>(fetch: () => Promise<T>, fold: Fold<T>): Promise<T> {
    const page = await this.fetching.fresh(fetch, fold);
    for (const { id, lastSeq } of page.channels) this.hub.follow(id, lastSeq);
    return page;
  }

  private take(events: HubEvent[]): void {
    if (events.some(({ kind }) => kind === 'person.erased')) this.fetchSoon();
    keepFresh<NetworkPage>(this.client, ['network'], (page) => folded(page, events, ofNetwork));
    keepFresh<ChannelListing[]>(this.client, ['listings'], (listings) => folded(listings, events, foldListings));
    keepFresh<PartnershipPage>(this.client, ['partnership'], (page) => folded(page, events, ofPartnership));
  }

  /** Whoever was named is named otherwise now, wherever people are listed and texts are shown. */
  private fetchSoon(): void {
    this.waiting ??= setTimeout(() => {
      this.waiting = undefined;
      void this.client.invalidateQueries({ predicate: ({ queryKey }) => !following.has(queryKey[0]) });
    }, fetchPauseMs);
  }
}

/** Those who follow every event load afresh by themselves. */
const following: ReadonlySet<unknown> = new Set(['channel', 'topic', 'messages', 'unread', 'notifications']);
/** An erasure is told in every channel that named the person; one fetch serves them all. */
const fetchPauseMs = 500;

function withChannels<T extends { channels: ChannelCard[] }>(
  page: T,
  channels: readonly ChannelCard[] | undefined,
): T | undefined {
  if (!channels || channels === page.channels) return channels && page;
  return { ...page, channels: [...channels] };
}

const caches = new WeakMap<Hub, NetworkCache>();

/** One for each connection. */
export function useNetworkCache(): NetworkCache {
  const hub = useHub();
  const client = useQueryClient();
  const known = caches.get(hub);
  if (known) return known;
  const made = new NetworkCache(hub, client);
  caches.set(hub, made);
  return made;
}
