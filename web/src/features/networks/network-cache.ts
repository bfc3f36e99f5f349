/** The reader's networks and what each holds; events keep the times of their channels fresh. */
import type { Hub } from '@hub/client';
import type { HubEvent, NetworkPage, PartnershipPage } from '@hub/contracts';
import { queryOptions, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useHub } from '../../live';
import { foldChannels } from './fold-channels';

const kinds = ['networks', 'network', 'directory', 'partnership'] as const;

export class NetworkCache {
  constructor(
    private readonly hub: Hub,
    private readonly client: QueryClient,
  ) {
    hub.onEvents((events) => this.take(events));
    hub.onReset(() => {
      for (const kind of kinds) void client.invalidateQueries({ queryKey: [kind] });
    });
  }

  list() {
    return queryOptions({ queryKey: ['networks'], queryFn: () => this.hub.call('network.list', {}) });
  }

  network(networkSlug: string) {
    return queryOptions({
      queryKey: ['network', networkSlug],
      queryFn: () => this.hub.call('network.read', { networkSlug }),
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
      queryFn: () => this.hub.call('partnership.read', { partnershipSlug }),
    });
  }

  private take(events: HubEvent[]): void {
    for (const kind of ['network', 'partnership'])
      this.client.setQueriesData<NetworkPage | PartnershipPage>(
        { queryKey: [kind] },
        (page) => page && foldChannels(page, events),
      );
  }
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
