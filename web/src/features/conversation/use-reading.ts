/** How far the reader gets in an open topic, where the news began when they came, and what marking as unread does to both. */
import type { Message, Reading, TopicPage } from '@hub/contracts';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useConnection, useHub } from '../../live';
import { useConversationCache } from '../messages';
import { messageActions } from './message-actions';
import { ReadTracker, type Sight } from './read-tracker';

/** Where the line of new messages stands, until the topic is left: after this seq. */
export interface NewsLine {
  after: number;
  /** How many messages of others followed when it was drawn. */
  count: number;
}

const signsOfReader = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

export function useReading({ topic }: TopicPage, byLink: boolean) {
  const hub = useHub();
  const cache = useConversationCache();
  const online = useConnection() === 'online';
  const { id: topicId, reading } = topic;
  const [line, setLine] = useState(() => lineOf(reading));
  const seen = useRef<Sight>(undefined);
  /** The reader has asked for it to stay unread: until they leave. */
  const keepUnread = useRef(false);

  const [tracker] = useState(() => {
    const made = new ReadTracker(reading, async (marker) =>
      cache.showReading(topicId, await hub.call('read.move', { topicId, ...marker })),
    );
    if (byLink) made.pause();
    return made;
  });

  useEffect(() => {
    const show = () => {
      const shown = document.visibilityState === 'visible';
      tracker.see(shown ? seen.current : undefined);
      if (!shown) tracker.flush();
    };
    const resume = () => !keepUnread.current && tracker.resume();
    document.addEventListener('visibilitychange', show);
    for (const sign of signsOfReader) addEventListener(sign, resume, { passive: true, capture: true });
    return () => {
      document.removeEventListener('visibilitychange', show);
      for (const sign of signsOfReader) removeEventListener(sign, resume, { capture: true });
      tracker.stop();
    };
  }, [tracker]);

  useEffect(() => {
    if (!tracker.adopt(reading)) return;
    tracker.pause();
    setLine(lineOf(reading));
  }, [tracker, reading]);

  useEffect(() => {
    if (online) tracker.flush();
  }, [tracker, online]);

  // What comes while nobody looks is news too.
  useEffect(
    () =>
      hub.onEvents((events) => {
        if (document.visibilityState === 'visible') return;
        const first = events.find((event) => event.kind === 'message.sent' && event.message.topicId === topicId);
        if (first && 'seq' in first) setLine((drawn) => drawn ?? { after: first.seq - 1, count: 1 });
      }),
    [hub, topicId],
  );

  const onSight = useCallback(
    (sight: Sight | undefined) => {
      seen.current = sight;
      if (document.visibilityState === 'visible') tracker.see(sight);
    },
    [tracker],
  );

  const { epoch } = reading;
  const markUnread = useCallback(
    (message: Message) => {
      keepUnread.current = true;
      tracker.pause();
      return messageActions(hub, cache).markUnread(message, epoch);
    },
    [tracker, hub, cache, epoch],
  );

  return useMemo(() => ({ line, onSight, markUnread }), [line, onSight, markUnread]);
}

function lineOf({ seq, unread }: Reading): NewsLine | undefined {
  return unread > 0 ? { after: seq, count: unread } : undefined;
}
