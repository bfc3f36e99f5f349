import { useQueryClient } from '@tanstack/react-query';
import { useHub } from '../../live';
import { inboxCache, type InboxCache } from './inbox-cache';

export function useInboxCache(): InboxCache {
  const hub = useHub();
  const client = useQueryClient();
  return inboxCache(hub, client);
}
