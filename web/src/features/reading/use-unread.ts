import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useHub } from '../../live';
import { UnreadCache } from './unread-cache';
import type { UnreadCounts } from './unread-counts';

const caches = new WeakMap<object, UnreadCache>();

/** One for each connection; made on first use, before anything of it is loaded. */
export function useUnreadCache(): UnreadCache {
  const hub = useHub();
  const client = useQueryClient();
  const known = caches.get(hub);
  if (known) return known;
  const made = new UnreadCache(hub, client);
  caches.set(hub, made);
  return made;
}

export function useUnread() {
  return useQuery(useUnreadCache().list());
}

/** Undefined until it is known. */
export function useUnreadCounts(): UnreadCounts | undefined {
  return useQuery(useUnreadCache().counts()).data;
}
