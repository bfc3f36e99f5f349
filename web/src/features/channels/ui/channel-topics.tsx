/** A channel's topics by latest activity, those that are settled folded at the end, and where a new one is opened. */
import type { ChannelPage } from '@hub/contracts';
import { Plus } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { navigate } from '../../../router';
import { EmptyState, buttonClass } from '../../../ui';
import { useProfile } from '../../session';
import { Composer, type ComposerHandle, Drafts, isEmpty, PostClosed, withText, type Written } from '../../writing';
import { type Outgoing, useConversationCache, useOutgoing } from '../../messages';
import styles from './channel-route.module.css';
import { OutgoingTopic, TopicItem } from './topic-item';

/** A topic is entered when it opens, unless that took so long that its writer has turned to something else. */
const enterWithinMs = 10_000;

export function ChannelTopics({ channel }: { channel: ChannelPage }) {
  const t = useT();
  const hub = useHub();
  const cache = useConversationCache();
  const reader = useProfile();
  const conversation = `new:${channel.id}`;
  const drafts = useMemo(() => new Drafts(() => localStorage, reader.id), [reader.id]);
  const [writing, setWriting] = useState(() => !isEmpty(drafts.read(conversation)));
  const composer = useRef<ComposerHandle>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const outgoing = useOutgoing(
    useCallback(
      ({ input }: Outgoing) => input.channelId === channel.id && input.topicTitle !== undefined,
      [channel.id],
    ),
  );
  const sent = useOpenedTopic();

  const startWriting = () => {
    flushSync(() => setWriting(true));
    composer.current?.focus();
  };
  const stopWriting = () => {
    flushSync(() => setWriting(false));
    opener.current?.focus();
  };
  const onSend = (written: Written) => {
    stopWriting();
    return hub.outbox.add({ channelId: channel.id, ...written }).then(sent);
  };
  const onDelete = ({ input }: Outgoing) => {
    if (composer.current) composer.current.restore(input);
    else drafts.write(conversation, withText(drafts.read(conversation), input, channel.members));
    setWriting(true);
    void cache.outgoing.discard(input.clientId);
    announce(t('channels.deleted_kept'));
  };
  const open = channel.topics.filter(({ resolved }) => !resolved);
  const settled = channel.topics.filter(({ resolved }) => resolved);
  const nothing = open.length === 0 && outgoing.length === 0;

  return (
    <section className={styles.topics} aria-labelledby="topics-heading">
      <div className={styles.bar}>
        <h2 id="topics-heading">{t('channels.topics')}</h2>
        {channel.may.post && !writing && (
          <button ref={opener} type="button" className={buttonClass('primary')} onClick={startWriting}>
            <Plus aria-hidden size={18} />
            {t('channels.new_topic')}
          </button>
        )}
      </div>
      {!channel.may.post && <PostClosed channel={channel} />}
      {writing && (
        <section className={styles.writing} aria-label={t('channels.new_topic')}>
          <Composer
            ref={composer}
            readerId={reader.id}
            conversation={conversation}
            channel={channel}
            label={t('channels.new_topic_text')}
            sendLabel={t('channels.new_topic_send')}
            titled
            onSend={onSend}
            onCancel={stopWriting}
          />
        </section>
      )}
      {nothing ? (
        !writing && <NoTopics channel={channel} settled={settled.length > 0} />
      ) : (
        <ul className={styles.list}>
          {outgoing.map((item) => (
            <OutgoingTopic
              key={item.input.clientId}
              outgoing={item}
              people={channel.members}
              onRetry={(clientId) => hub.outbox.retry(clientId)}
              onDelete={onDelete}
            />
          ))}
          {open.map((topic) => (
            <TopicItem key={topic.id} topic={topic} />
          ))}
        </ul>
      )}
      {settled.length > 0 && (
        <details className={styles.settled}>
          <summary>{t('rooms.settled', { count: settled.length })}</summary>
          <ul className={styles.list}>
            {settled.map((topic) => (
              <TopicItem key={topic.id} topic={topic} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function NoTopics({ channel, settled }: { channel: ChannelPage; settled: boolean }) {
  const t = useT();
  const { post } = channel.may;
  if (settled) return <EmptyState title={t('rooms.all_settled')} />;
  return (
    <EmptyState title={t('channels.topics_none')}>
      {t(post ? 'channels.topics_none_hint' : 'channels.topics_none_reader')}
    </EmptyState>
  );
}

/** Takes the message that opens a topic, and enters the topic when it comes back. */
export function useOpenedTopic(): (item: { input: { clientId: string } }) => void {
  const hub = useHub();
  const awaited = useRef<{ clientId: string; until: number }>(undefined);
  useEffect(
    () =>
      hub.onEvents((events) => {
        for (const event of events) {
          if (event.kind !== 'message.sent' || event.message.clientId !== awaited.current?.clientId) continue;
          const { topicId } = event.message;
          if (Date.now() < awaited.current.until) navigate({ to: '/t/$topicId', params: { topicId } });
          awaited.current = undefined;
        }
      }),
    [hub],
  );
  return ({ input }) => {
    awaited.current = { clientId: input.clientId, until: Date.now() + enterWithinMs };
  };
}
