/** A topic: its conversation, and where the reader writes in it. */
import type { TopicPage } from '@hub/contracts';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link, useParams, useSearch } from '../../../router';
import { Failed, Loading, PageHeading, Path, useHere } from '../../../ui';
import { useProfile } from '../../session';
import type { Written } from '../drafts';
import { messageRows, withOutgoing } from '../message-rows';
import type { MessageWindow } from '../message-window';
import type { Outgoing } from '../outgoing';
import { useAnnouncements } from '../use-announcements';
import { holds, useConversation, useConversationCache, useOutgoing } from '../use-conversation';
import { Composer, type ComposerHandle } from './composer';
import { MessageList } from './message-list';
import { MessageRow } from './message-row';
import { PostClosed } from './post-closed';
import styles from './topic-route.module.css';

export function TopicRoute() {
  const { topicId } = useParams('/t/$topicId');
  const { m: seq } = useSearch('/t/$topicId');
  const t = useT();
  const conversation = useConversation(topicId, seq);
  const { topic, messages } = conversation;
  useHere(topic.data?.channel.network.slug, topic.data?.channel.id);
  if (!topic.data || !messages.data) {
    const error = topic.error ?? messages.error;
    if (error)
      return <Failed page error={error} onRetry={() => void Promise.all([topic.refetch(), messages.refetch()])} />;
    return <Loading text={t('channels.topic_loading')} />;
  }
  return <Conversation key={topicId} page={topic.data} window={messages.data} seq={seq} conversation={conversation} />;
}

interface Props {
  page: TopicPage;
  window: MessageWindow;
  seq: number | undefined;
  conversation: ReturnType<typeof useConversation>;
}

function Conversation({ page, window, seq, conversation }: Props) {
  const { topic, channel } = page;
  const t = useT();
  const hub = useHub();
  const cache = useConversationCache();
  const profile = useProfile();
  const networkId = channel.network.id;
  const reader = useMemo(() => {
    const memberships = profile.memberships.filter(({ network }) => network === null || network.id === networkId);
    return { ...profile, memberships };
  }, [profile, networkId]);
  const composer = useRef<ComposerHandle>(null);
  const { loading, older, newer, reopen, retry } = conversation;

  const outgoing = useOutgoing(useCallback((item: Outgoing) => item.input.topicId === topic.id, [topic.id]));
  useAnnouncements(topic.id, reader.id, outgoing);

  const { timeZone } = profile;
  const sentRows = useMemo(
    () => messageRows({ messages: window.messages, pageStarts: window.pageStarts, timeZone }),
    [window.messages, window.pageStarts, timeZone],
  );
  const rows = useMemo(
    () => (window.hasNewer ? sentRows : withOutgoing(sentRows, outgoing, reader.id, timeZone)),
    [sentRows, window.hasNewer, outgoing, reader.id, timeZone],
  );

  const target = useMemo(() => (seq === undefined ? undefined : { seq }), [seq]);
  useEffect(() => {
    if (target ? !holds(window.messages, target.seq) : window.hasNewer) reopen(target?.seq);
    // A link is followed once; what is loaded later does not bring the reader back to it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [target]);

  const titles = useMemo(() => new Map(channel.members.map((person) => [person.id, person.title])), [channel.members]);
  const titleOf = useCallback((personId: string) => titles.get(personId) ?? '', [titles]);
  const onRetry = useCallback((clientId: string) => hub.outbox.retry(clientId), [hub]);
  const onDelete = useCallback(
    ({ input }: Outgoing) => {
      composer.current?.restore(input);
      void cache.outgoing.discard(input.clientId);
      announce(t('channels.deleted_kept'));
    },
    [cache, t],
  );
  const onSend = ({ body, language }: Written) => {
    if (window.hasNewer) reopen();
    return hub.outbox.add({ channelId: channel.id, topicId: topic.id, body, language });
  };

  return (
    <div className={styles.topic} data-fill>
      <header className={styles.header}>
        <Path>
          <Link to="/n/$networkSlug" params={{ networkSlug: channel.network.slug }}>
            {channel.network.name}
          </Link>
          <Link to="/n/$networkSlug/c/$channelId" params={{ networkSlug: channel.network.slug, channelId: channel.id }}>
            {channel.name}
          </Link>
        </Path>
        <PageHeading className={styles.heading}>{topic.title}</PageHeading>
      </header>
      <MessageList
        key={window.opening}
        label={t('channels.messages', { topic: topic.title })}
        window={window}
        rows={rows}
        readerId={reader.id}
        target={target}
        loading={loading}
        onOlder={older}
        onNewer={newer}
        onLatest={reopen}
        onRetry={retry}
      >
        {(row, marked) => (
          <MessageRow
            row={row}
            reader={reader}
            titleOf={titleOf}
            people={channel.members}
            marked={marked}
            onRetry={onRetry}
            onDelete={onDelete}
          />
        )}
      </MessageList>
      <div className={styles.writing}>
        {channel.may.post ? (
          <Composer
            ref={composer}
            readerId={reader.id}
            conversation={topic.id}
            people={channel.members}
            label={t('channels.write_in', { topic: topic.title })}
            sendLabel={t('channels.send')}
            onSend={onSend}
          />
        ) : (
          <PostClosed channel={channel} />
        )}
      </div>
    </div>
  );
}
