/** What of the conversations is loaded, for one reader on one connection, and what that reader has on the way. */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { useHub } from '../../live';
import { useLowData } from '../session';
import { conversationCache, type ConversationCache } from './conversation-cache';
import type { Outgoing } from './outgoing';

const shortPage = 30;

export function useConversationCache(): ConversationCache {
  const hub = useHub();
  const client = useQueryClient();
  return conversationCache(hub, client, useLowData() ? shortPage : undefined);
}

/** What the reader has on the way, as far as `wanted` asks for it. `wanted` must keep its identity. */
export function useOutgoing(wanted: (outgoing: Outgoing) => boolean): readonly Outgoing[] {
  const { outgoing } = useConversationCache();
  const all = useSyncExternalStore(outgoing.subscribe, outgoing.list);
  return useMemo(() => all.filter(wanted), [all, wanted]);
}
