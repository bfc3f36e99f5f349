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
  const busy = useRef<object>(undefined);

  const load = useCallback(async (what: 'older' | 'newer', work: (wanted: () => boolean) => Promise<void>) => {
    const mine = (busy.current = {});
    setLoading(what);
    const wanted = () => busy.current === mine;
    const outcome = await work(wanted).then(
      () => 'nothing' as const,
      () => 'failed' as const,
    );
    if (!wanted()) return;
    busy.current = undefined;
    setLoading(outcome);
  }, []);

  const older = useCallback(
    () => void (busy.current ?? load('older', () => cache.loadOlder(topicId))),
    [load, cache, topicId],
  );
  const newer = useCallback(
    () => void (busy.current ?? load('newer', () => cache.loadNewer(topicId))),
    [load, cache, topicId],
  );
  /** Where the reader asks to be counts more than what is loaded around where they were. */
  const reopen = useCallback(
    (place: Place | 'latest') => void load('newer', (wanted) => cache.reopen(topicId, place, wanted)),
    [load, cache, topicId],
  );
  /** Lets loading go on by itself after a failure. */
  const retry = useCallback(() => setLoading('nothing'), []);

  return { topic, messages, loading, older, newer, reopen, retry };
}
