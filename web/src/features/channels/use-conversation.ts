/** A topic as one screen needs it: what is loaded, what is on its way, and how to load more. */
import type { Message } from '@hub/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useHub } from '../../live';
import { conversationCache, type ConversationCache } from './conversation-cache';
import type { Outgoing } from './outgoing';

/** What is being fetched at the ends of the loaded stretch; after a failure nothing is until the reader asks. */
export type Loading = 'nothing' | 'older' | 'newer' | 'failed';

export function useConversationCache(): ConversationCache {
  const hub = useHub();
  const client = useQueryClient();
  return conversationCache(hub, client);
}

/** What the reader has on the way, as far as `wanted` asks for it. `wanted` must keep its identity. */
export function useOutgoing(wanted: (outgoing: Outgoing) => boolean): readonly Outgoing[] {
  const { outgoing } = useConversationCache();
  const all = useSyncExternalStore(outgoing.subscribe, outgoing.list);
  return useMemo(() => all.filter(wanted), [all, wanted]);
}

export function useConversation(topicId: string, seq: number | undefined) {
  const cache = useConversationCache();
  const topic = useQuery(cache.topic(topicId));
  const messages = useQuery(cache.messages(topicId, seq));
  const [loading, setLoading] = useState<Loading>('nothing');
  const busy = useRef(false);

  const load = useCallback(async (what: 'older' | 'newer', work: () => Promise<void>) => {
    if (busy.current) return;
    busy.current = true;
    setLoading(what);
    const outcome = await work().then(
      () => 'nothing' as const,
      () => 'failed' as const,
    );
    busy.current = false;
    setLoading(outcome);
  }, []);

  const older = useCallback(() => void load('older', () => cache.loadOlder(topicId)), [load, cache, topicId]);
  const newer = useCallback(() => void load('newer', () => cache.loadNewer(topicId)), [load, cache, topicId]);
  const reopen = useCallback(
    (at?: number) => void load('newer', () => cache.reopen(topicId, at)),
    [load, cache, topicId],
  );
  /** Lets loading go on by itself after a failure. */
  const retry = useCallback(() => setLoading('nothing'), []);

  return { topic, messages, loading, older, newer, reopen, retry };
}

export function holds(messages: readonly Message[], seq: number): boolean {
  return messages.some((message) => message.seq === seq);
}
