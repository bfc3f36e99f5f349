/** One visit to a topic: its messages, what the reader does with them, and where they write. */
import type { TopicPage } from '@hub/contracts';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { usePageKeys } from '../../../a11y';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { navigate } from '../../../router';
import { failureText } from '../../../ui';
import { ConversationContext, UnderwayContext } from '../conversation-context';
import { Composer, type ComposerHandle, PostClosed, type Written } from '../../writing';
import { isLoaded, placeOf, type Goal } from '../goal';
import { loadTools } from '../load-tools';
import { messageRights } from '../message-rights';
import { messageRows, withOutgoing } from '../message-rows';
import { firstUnread, type MessageWindow, type Outgoing, useOutgoing } from '../../messages';
import { useAnnouncements } from '../use-announcements';
import type { useConversation } from '../use-conversation';
import { useLowData, useProfile } from '../../session';
import { useNotice } from '../use-notice';
import { OriginsContext, useOrigins } from '../use-origins';
import { useReading } from '../use-reading';
import { useConversationWork } from '../use-conversation-work';
import { useToolsEarly } from '../use-tools-early';
import { useTyping } from '../use-typing';
import { MessageList, type ListHandle } from './message-list';
import { MessageRow } from './message-row';
import { TopicHeader } from './topic-header';
import styles from './topic-route.module.css';
import { WritingLine } from './writing-line';

const ConversationDialog = lazy(async () => ({ default: (await loadTools()).ConversationDialog }));

interface Props {
  page: TopicPage;
  window: MessageWindow;
  /** The message that a link led to, by its id or, in older links, its seq. */
  link: string | number | undefined;
  conversation: ReturnType<typeof useConversation>;
}

export function Conversation({ page, window, link, conversation }: Props) {
  const { topic, channel } = page;
  const direct = channel.kind === 'direct';
  /** A direct conversation is called by the other person. */
  const { name } = direct ? channel : { name: topic.title };
  const params = { networkSlug: channel.network.slug, channelId: channel.id };
  const t = useT();
  const hub = useHub();
  const profile = useProfile();
  const networkId = channel.network.id;
  const reader = useMemo(() => {
    const memberships = profile.memberships.filter(({ network }) => network === null || network.id === networkId);
    return { ...profile, memberships };
  }, [profile, networkId]);
  const composer = useRef<ComposerHandle>(null);
  const list = useRef<ListHandle>(null);
  const { loading, older, newer, reopen, retry } = conversation;
  const { notice, say } = useNotice();
  const { line, onSight, markUnread } = useReading(page, link !== undefined);
  const lowData = useLowData();
  useToolsEarly(lowData);
  const typing = useTyping(topic.id, reader.id, lowData);
  const outgoing = useOutgoing(useCallback((item: Outgoing) => item.input.topicId === topic.id, [topic.id]));
  useAnnouncements(topic.id, reader, outgoing);

  const { timeZone } = reader;
  const unreadFrom = line && firstUnread(window, line.after, reader.id)?.seq;
  const sentRows = useMemo(
    () => messageRows({ messages: window.messages, pageStarts: window.pageStarts, unreadFrom, timeZone }),
    [window.messages, window.pageStarts, unreadFrom, timeZone],
  );
  // Their place is after the latest message, which may be out of reach just now.
  const showsOutgoing = !window.hasNewer || loading === 'failed';
  const rows = useMemo(
    () => (showsOutgoing ? withOutgoing(sentRows, outgoing, reader.id, timeZone) : sentRows),
    [sentRows, showsOutgoing, outgoing, reader.id, timeZone],
  );

  const [goal, setGoal] = useState<Goal>(() => firstGoal(link, line !== undefined));
  const go = useCallback(
    (to: Goal) => {
      setGoal(to);
      if (!isLoaded(window, rows, to)) reopen(placeOf(to, line?.after));
    },
    [window, rows, reopen, line],
  );
  const followed = useRef<Props['link']>(undefined);
  useEffect(() => {
    // A link is followed once; what is loaded later does not bring the reader back to it.
    if (followed.current === link && link !== undefined) return;
    followed.current = link;
    go(firstGoal(link, line !== undefined));
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [link]);

  const { tools, underway, dialog, closeDialog, editLast } = useConversationWork({
    reader,
    page,
    composer,
    list,
    say,
    go,
    markUnread,
  });
  const origins = useOrigins(topic.id, !direct);
  const removals = useSyncExternalStore(tools.removals.subscribe, tools.removals.list);
  const states = useMemo(() => ({ editing: underway, removals }), [underway, removals]);

  const onSend = ({ body, language, replyToId }: Written) => {
    if (window.hasNewer) go({ to: 'end' });
    return hub.outbox.add({ channelId: channel.id, topicId: topic.id, body, language, replyToId });
  };
  const resolve = (resolved: boolean) => {
    hub.call('topic.resolve', { topicId: topic.id, resolved }).then(
      () => say(t(resolved ? 'channels.resolved_done' : 'channels.reopened_done')),
      (error: unknown) => say(failureText(t, error)),
    );
  };

  const editLatest = () => {
    // What is still on its way is the latest, and cannot be edited yet.
    if (outgoing.every(({ state }) => state === 'refused')) editLast();
  };

  const active = () => tools.rows.find(list.current?.activeId() ?? '') ?? window.messages.at(-1);
  const write = () => composer.current?.focus();
  usePageKeys({
    r: () => {
      const message = active();
      if (message && messageRights(message, reader.id, channel).answer) tools.rows.answer(message);
    },
    e: (target) => {
      const message = target.closest('article') ? active() : undefined;
      if (message && messageRights(message, reader.id, channel).edit) tools.rows.edit(message);
      else editLatest();
    },
    c: write,
    enter: write,
    escape: () =>
      direct ? navigate({ to: '/n/$networkSlug', params }) : navigate({ to: '/n/$networkSlug/c/$channelId', params }),
  });

  return (
    <ConversationContext value={tools.rows}>
      <div className={styles.topic} data-fill>
        <TopicHeader page={page} onResolve={resolve} />
        <OriginsContext value={origins}>
          <UnderwayContext value={states}>
            <MessageList
              key={window.opening}
              ref={list}
              label={t('channels.messages', { topic: name })}
              window={window}
              rows={rows}
              readerId={reader.id}
              goal={goal}
              line={line}
              seenBefore={line?.after ?? topic.lastSeq}
              loading={loading}
              onOlder={older}
              onNewer={newer}
              onGo={go}
              onRetry={retry}
              onSight={onSight}
            >
              {(row, look) => <MessageRow row={row} {...look} />}
            </MessageList>
          </UnderwayContext>
        </OriginsContext>
        <div className={styles.writing}>
          <WritingLine people={typing.others} notice={notice} />
          {channel.may.post ? (
            <Composer
              ref={composer}
              readerId={reader.id}
              channel={channel}
              conversation={topic.id}
              label={t('channels.write_in', { topic: name })}
              sendLabel={t('channels.send')}
              onSend={onSend}
              onTyped={typing.typed}
              onEscape={() => list.current?.focus()}
              onUp={editLatest}
            />
          ) : (
            <PostClosed channel={channel} />
          )}
        </div>
        {dialog && (
          <Suspense>
            <ConversationDialog dialog={dialog} topic={topic} onGo={go} onDone={say} onClose={closeDialog} />
          </Suspense>
        )}
      </div>
    </ConversationContext>
  );
}

function firstGoal(link: string | number | undefined, hasNews: boolean): Goal {
  if (link !== undefined) return { to: 'message', message: link };
  return { to: hasNews ? 'unread' : 'end' };
}
