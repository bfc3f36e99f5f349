/** What the network's timeline says of one partnership, as fresh as its events. */
import type { TimelineNetwork, TimelineRow } from '@hub/contracts';
import { Failure } from '@hub/contracts/failure';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useHub, useHubEvents } from '../../live';
import { partnershipTimelines } from '../../timeline-keys';

export interface PartnershipTimeline {
  today: string;
  network: TimelineNetwork;
  row: TimelineRow;
}

export function usePartnershipTimeline(networkSlug: string | undefined, partnershipId: string | undefined) {
  const hub = useHub();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: [...partnershipTimelines, 'of', partnershipId],
    enabled: networkSlug !== undefined && partnershipId !== undefined,
    queryFn: async (): Promise<PartnershipTimeline> => {
      const { today, networks } = await hub.call('timeline.read', { networkSlug });
      const [network] = networks;
      if (network?.stream) hub.follow(network.stream.channelId, network.stream.seq);
      const row = network?.rows.find(({ partnership }) => partnership.id === partnershipId);
      if (!network || !row) throw new Failure('NOT_FOUND', 'There is nothing here.');
      return { today, network, row };
    },
    refetchOnMount: 'always',
  });
  useHubEvents((events) => {
    const network = query.data?.network.id;
    if (events.some((one) => isOfTimeline(one.kind) && 'networkId' in one && one.networkId === network))
      void client.invalidateQueries({ queryKey: partnershipTimelines });
  });
  useEffect(() => hub.onReset(() => void client.invalidateQueries({ queryKey: partnershipTimelines })), [hub, client]);
  return query;
}

function isOfTimeline(kind: string): boolean {
  return kind === 'milestone.changed' || kind === 'visit.changed' || kind === 'plan.changed';
}
