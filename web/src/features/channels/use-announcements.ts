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

  useEffect(() => {
    const bundle = new Bundle<string>((texts) => {
      announce(texts.length === 1 ? (texts[0] ?? '') : t('channels.announce_many', { count: texts.length }));
    }, everyMs);
    const stop = hub.onEvents((events: HubEvent[]) => {
      for (const event of events) {
        if (event.kind !== 'message.sent' || event.message.topicId !== topicId || event.message.author.id === readerId) continue;
        const { author, body, mentions } = event.message;
        bundle.add(t('channels.announce_message', { author: author.name, text: plainText(body, mentions, longestSpoken) }));
      }
    });
    return () => {
      stop();
      bundle.stop();
    };
  }, [hub, t, topicId, readerId]);

  const before = useRef(outgoing);
  useEffect(() => {
    const states = new Map(outgoing.map((item) => [item.input.clientId, item.state]));
    for (const { input, state } of before.current) {
      const now = states.get(input.clientId);
      if (state === now) continue;
      if (now === 'refused') announce(t('channels.announce_refused'));
      else if (now === 'sent') announce(t('channels.announce_sent'));
    }
    before.current = outgoing;
  }, [outgoing, t]);
}
