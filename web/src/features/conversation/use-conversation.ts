/** A topic as one screen needs it: what is loaded, what is on its way, and how to load more. */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useConversationCache, type Place } from '../messages';

/** What is being fetched at the ends of the loaded stretch; after a failure nothing is until the reader asks. */
export type Loading = 'nothing' | 'older' | 'newer' | 'failed';

/** `link` is the message to open at; without one it is where the reader left off. */
export function useConversation(topicId: string, link: string | number | undefined) {
  const cache = useConversationCache();
  const topic = useQuery(cache.topic(topicId));
  const messages = useQuery(cache.messages(topicId, link === undefined ? undefined : { around: link }));
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
    (place: Place | 'latest') => void load('newer', () => cache.reopen(topicId, place)),
    [load, cache, topicId],
  );
  /** Lets loading go on by itself after a failure. */
  const retry = useCallback(() => setLoading('nothing'), []);

  return { topic, messages, loading, older, newer, reopen, retry };
}
