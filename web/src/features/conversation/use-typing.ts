/** Who of the others writes in a topic, and telling them that one writes. Nothing of it where data is dear. */
import type { PersonRef } from '@hub/contracts';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useHub } from '../../live';
import { TypingHeard } from './typing';

/** Whoever thinks for so long is not writing. */
const pauseMs = 5_000;

export interface Typing {
  others: readonly PersonRef[];
  typed(): void;
}

export function useTyping(topicId: string, readerId: string, lowData: boolean): Typing {
  const hub = useHub();
  const [heard] = useState(() => new TypingHeard());
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const others = useSyncExternalStore(heard.subscribe, heard.list);

  useEffect(() => {
    const stop = hub.onEvents((events) => {
      for (const event of events) {
        if (event.kind === 'typing.changed' && event.topicId === topicId && event.person.id !== readerId && !lowData)
          heard.hear(event.person, event.typing);
        // Whoever has sent has stopped writing.
        if (event.kind === 'message.sent' && event.message.topicId === topicId) heard.hear(event.message.author, false);
      }
    });
    return () => {
      stop();
      heard.stop();
      clearTimeout(pause.current);
      hub.typing(topicId, false);
    };
  }, [hub, heard, topicId, readerId, lowData]);

  return useMemo(
    () => ({
      others,
      typed: () => {
        if (lowData) return;
        hub.typing(topicId, true);
        clearTimeout(pause.current);
        pause.current = setTimeout(() => hub.typing(topicId, false), pauseMs);
      },
    }),
    [others, hub, topicId, lowData],
  );
}
