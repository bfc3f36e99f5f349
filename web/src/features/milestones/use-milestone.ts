/** One milestone's page: loaded again whenever its network tells that it, or the same line of the plan elsewhere, changed. */
import type { HubEvent, MilestonePage } from '@hub/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useHub, useHubEvents } from '../../live';

export function useMilestone(milestoneId: string) {
  const hub = useHub();
  const client = useQueryClient();
  const refresh = useRefresh(milestoneId);
  useHubEvents((events) => {
    const page = client.getQueryData<MilestonePage>(keyOf(milestoneId));
    if (page && events.some((event) => concerns(event, page))) void refresh();
  });
  useEffect(() => hub.onReset(() => void refresh()), [hub, refresh]);
  return useQuery({
    queryKey: keyOf(milestoneId),
    queryFn: async () => {
      const page = await hub.call('milestone.read', { milestoneId });
      if (page.stream) hub.follow(page.stream.channelId, page.stream.seq);
      return page;
    },
    // Events are only heard while a page shows it.
    refetchOnMount: 'always',
  });
}

export function useRefresh(milestoneId: string): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries({ queryKey: keyOf(milestoneId) }), [client, milestoneId]);
}

/** As it is in the hub now. */
export function useFresh(milestoneId: string): () => Promise<MilestonePage> {
  const hub = useHub();
  const client = useQueryClient();
  return useCallback(
    () =>
      client.fetchQuery({
        queryKey: keyOf(milestoneId),
        queryFn: () => hub.call('milestone.read', { milestoneId }),
        staleTime: 0,
      }),
    [client, hub, milestoneId],
  );
}

const keyOf = (milestoneId: string) => ['milestone', milestoneId];

function concerns(event: HubEvent, { milestone, item, topic }: MilestonePage): boolean {
  switch (event.kind) {
    case 'milestone.changed':
      return event.milestone.id === milestone.id || event.milestone.itemId === item.id;
    case 'topic.changed':
      return event.topicId === topic?.id;
    default:
      return false;
  }
}
