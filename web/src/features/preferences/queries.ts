/** What the pages about being told ask the hub for. */
import type { Hub } from '@hub/client';
import { queryOptions } from '@tanstack/react-query';

/** Chosen on another device, perhaps. */
export const ownPreferences = (hub: Hub) =>
  queryOptions({ queryKey: ['preferences'], queryFn: () => hub.call('preference.read', {}), staleTime: 0 });

export const networkMail = (hub: Hub, networkSlug: string) =>
  queryOptions({
    queryKey: ['preferences', networkSlug],
    queryFn: () => hub.call('preference.network', { networkSlug }),
    staleTime: 0,
  });
