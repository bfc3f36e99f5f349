/** A channel: what it is for, who is in it, and its topics by latest activity. */
import type { ChannelPage } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link, navigate, useParams } from '../../../router';
import { EmptyState, Failed, Loading, PageHeader, Path, buttonClass, useHere } from '../../../ui';
import { useProfile } from '../../session';
import { Drafts, isEmpty, withText, type Written } from '../drafts';
import type { Outgoing } from '../outgoing';
import { useConversationCache, useOutgoing } from '../use-conversation';
import { ChannelPeople } from './channel-people';
import styles from './channel-route.module.css';
import { Composer, type ComposerHandle } from './composer';
import { PostClosed } from './post-closed';
import { OutgoingTopic, TopicItem } from './topic-item';

/** A topic is entered when it opens, unless that took so long that its writer has turned to something else. */
const enterWithinMs = 10_000;

export function ChannelRoute() {
  const { channelId } = useParams('/n/$networkSlug/c/$channelId');
  const t = useT();
  const page = useQuery(useConversationCache().channel(channelId));
  useHere(page.data?.network.slug, page.data?.id);
  if (!page.data) {
    if (page.error) return <Failed page error={page.error} onRetry={() => void page.refetch()} />;
    return <Loading text={t('channels.loading')} />;
  }
  return <Channel key={channelId} channel={page.data} />;
}

function Channel({ channel }: { channel: ChannelPage }) {
  const t = useT();
  return (
    <div className={styles.channel}>
      <div className={styles.header}>
        <PageHeader
          path={
            <Path>
              <Link to="/n/$networkSlug" params={{ networkSlug: channel.network.slug }}>
                {channel.network.name}
              </Link>
            </Path>
          }
          lead={
            <div className={styles.lead}>
              <p>{channel.purpose}</p>
              <p className={styles.kind}>
                {t(`channels.kind.${channel.kind}`)}, {t('channels.people', { count: channel.members.length })}
              </p>
            </div>
          }
        >
          {channel.name}
        </PageHeader>
      </div>
      <Topics channel={channel} />
      <ChannelPeople people={channel.members} />
    </div>
  );
}

function Topics({ channel }: { channel: ChannelPage }) {
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
  const nothing = channel.topics.length === 0 && outgoing.length === 0;

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
        !writing && (
          <EmptyState title={t('channels.topics_none')}>
            {t(channel.may.post ? 'channels.topics_none_hint' : 'channels.topics_none_reader')}
          </EmptyState>
        )
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
          {channel.topics.map((topic) => (
            <TopicItem key={topic.id} topic={topic} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Takes the message that opens a topic, and enters the topic when it comes back. */
function useOpenedTopic(): (item: { input: { clientId: string } }) => void {
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
