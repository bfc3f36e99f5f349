/** What is read aloud of an open topic: others' messages, bundled, and what became of one's own. */
import type { HubEvent } from '@hub/contracts';
import { useEffect, useRef } from 'react';
import { announce } from '../../a11y';
import { useT } from '../../i18n';
import { useHub } from '../../live';
import { Bundle } from './bundle';
import { plainText } from './mention-tokens';
import type { Outgoing } from './outgoing';

const everyMs = 2000;
const longestSpoken = 240;

export function useAnnouncements(topicId: string, readerId: string, outgoing: readonly Outgoing[]): void {
  const hub = useHub();
  const t = useT();
  const shown = useRef(outgoing);

  useEffect(() => {
    const bundle = new Bundle<string>((texts) => {
      announce(texts.length === 1 ? (texts[0] ?? '') : t('channels.announce_many', { count: texts.length }));
    }, everyMs);
    const stop = hub.onEvents((events: HubEvent[]) => {
      for (const event of events) {
        if (event.kind !== 'message.sent' || event.message.topicId !== topicId) continue;
        const { author, body, mentions, clientId } = event.message;
        if (shown.current.some(({ input }) => input.clientId === clientId)) announce(t('channels.announce_sent'));
        if (author.id === readerId) continue;
        bundle.add(
          t('channels.announce_message', {
            author: author.name,
            text: plainText(body, mentions, t, longestSpoken),
          }),
        );
      }
    });
    return () => {
      stop();
      bundle.stop();
    };
  }, [hub, t, topicId, readerId]);

  useEffect(() => {
    const known = new Map(shown.current.map((item) => [item.input.clientId, item.state]));
    const refused = outgoing.filter(
      ({ input, state }) => state === 'refused' && (known.get(input.clientId) ?? state) !== state,
    );
    if (refused.length > 0) announce(t('channels.announce_refused'));
    shown.current = outgoing;
  }, [outgoing, t]);
}
