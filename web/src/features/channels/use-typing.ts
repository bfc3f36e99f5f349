/** Who of the others writes in a topic, and telling them that one writes. Nothing of it with little data. */
import type { PersonRef } from '@hub/contracts';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useHub } from '../../live';
import { TypingHeard, TypingTold } from './typing';

export interface Typing {
  others: readonly PersonRef[];
  typed(): void;
  stop(): void;
}

export function useTyping(topicId: string, readerId: string, lowData: boolean): Typing {
  const hub = useHub();
  const [heard] = useState(() => new TypingHeard());
  const [told] = useState(
    () =>
      new TypingTold((typing) => {
        if (!lowData) hub.typing(topicId, typing);
      }),
  );
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
      told.stop();
    };
  }, [hub, heard, told, topicId, readerId, lowData]);

  return useMemo(() => ({ others, typed: () => told.typed(), stop: () => told.stop() }), [others, told]);
}
