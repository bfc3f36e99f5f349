/** Marking as read, and taking it back, as a page needs it: what was marked stays on the page until it is left. */
import { useMemo, useState } from 'react';
import { announce } from '../../a11y';
import { useT } from '../../i18n';
import { shownChannels, type Kept, type ShownChannel, type ShownTopic, type UnreadChannel } from './kept-topics';
import { useUnreadCache } from './use-unread';

export interface Marking {
  shown: ShownChannel[];
  /** The latest try could not be stored. */
  failed: boolean;
  /** Topics of one channel as read. */
  mark(channel: ShownChannel, topics: readonly ShownTopic[]): void;
  undo(topics: readonly ShownTopic[]): void;
}

export function useMarking(channels: readonly UnreadChannel[]): Marking {
  const t = useT();
  const cache = useUnreadCache();
  const [kept, setKept] = useState<Kept>(new Map());
  const [failed, setFailed] = useState(false);
  const shown = useMemo(() => shownChannels(channels, kept), [channels, kept]);

  const attempt = async (work: Promise<void>[], said: string) => {
    setFailed(false);
    try {
      await Promise.all(work);
      announce(said);
    } catch {
      setFailed(true);
    }
  };

  return {
    shown,
    failed,
    mark: (channel, topics) => {
      const whole = { ...channel, topics: [] };
      setKept((before) => {
        const after = new Map(before);
        for (const { topic } of topics) after.set(topic.id, { channel: whole, topic });
        return after;
      });
      void attempt(
        topics.map(({ topic }) => cache.markRead(topic)),
        t('unread.marked'),
      );
    },
    undo: (topics) =>
      void attempt(
        topics.map(({ topic }) => cache.markUnread(topic)),
        t('unread.undone'),
      ),
  };
}
