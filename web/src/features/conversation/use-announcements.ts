/** What is read aloud of an open topic: others' messages as far as the reader wants, bundled, and what became of one's own. */
import type { HubEvent, Message } from '@hub/contracts';
import { useEffect, useRef } from 'react';
import { announce, deviceChoices } from '../../a11y';
import { useT } from '../../i18n';
import { useHub } from '../../live';
import { Bundle } from './bundle';
import { isMeant, type Outgoing, plainText, type Reader } from '../messages';

const everyMs = 2000;
const longestSpoken = 240;

export function useAnnouncements(topicId: string, reader: Reader, outgoing: readonly Outgoing[]): void {
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
        if (!isSpoken(event.message, reader)) continue;
        const text = plainText(body, mentions, t, longestSpoken);
        bundle.add(t('channels.announce_message', { author: author.name, text }));
      }
    });
    return () => {
      stop();
      bundle.stop();
    };
  }, [hub, t, topicId, reader]);

  useEffect(() => {
    const known = new Map(shown.current.map((item) => [item.input.clientId, item.state]));
    const refused = outgoing.filter(
      ({ input, state }) => state === 'refused' && (known.get(input.clientId) ?? state) !== state,
    );
    if (refused.length > 0) announce(t('channels.announce_refused'));
    shown.current = outgoing;
  }, [outgoing, t]);
}

function isSpoken({ author, mentions }: Message, reader: Reader): boolean {
  if (author.id === reader.id) return false;
  switch (deviceChoices().readAloud) {
    case 'all':
      return true;
    case 'mentions':
      return mentions.some((one) => isMeant(one, reader));
    case 'none':
      return false;
  }
}
