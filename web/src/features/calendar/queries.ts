/** What the pages about calendars ask the hub for. */
import type { Hub } from '@hub/client';
import { queryOptions } from '@tanstack/react-query';

/** A calendar may have asked since. */
export const ownFeeds = (hub: Hub) =>
  queryOptions({ queryKey: ['feeds'], queryFn: () => hub.call('feed.list', {}), staleTime: 0 });

export const bandList = (hub: Hub) => queryOptions({ queryKey: ['bands'], queryFn: () => hub.call('band.list', {}) });

/** Events are only heard while it is shown. */
export const whatIsNext = (hub: Hub) =>
  queryOptions({ queryKey: ['next'], queryFn: () => hub.call('timeline.next', {}), refetchOnMount: 'always' });
