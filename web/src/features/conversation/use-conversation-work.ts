/** What a reader does in an open topic with its messages: each deed where it belongs, and a word on what came of it. */
import type { Message, TopicPage } from '@hub/contracts';
import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { announce } from '../../a11y';
import { useT } from '../../i18n';
import { useHub } from '../../live';
import { failureText } from '../../ui';
import type { ConversationTools, OpenDialog } from './conversation-context';
import type { Answered, ComposerHandle } from '../writing';
import type { Goal } from './goal';
import { plainText, useConversationCache } from '../messages';
import { messageActions } from './message-actions';
import { messageRights } from './message-rights';
import type { ListHandle } from './ui/message-list';

interface Given {
  reader: ConversationTools['reader'];
  page: TopicPage;
  composer: RefObject<ComposerHandle | null>;
  list: RefObject<ListHandle | null>;
  say(text: string): void;
  go(goal: Goal): void;
  markUnread(message: Message): Promise<void>;
}

export function useConversationWork({ reader, page, composer, list, say, go, markUnread }: Given) {
  const t = useT();
  const hub = useHub();
  const cache = useConversationCache();
  const actions = messageActions(hub, cache);
  const { channel } = page;
  const topicId = page.topic.id;
  const [editing, setEditing] = useState<string>();
  const [dialog, setDialog] = useState<OpenDialog>();
  const closeDialog = useCallback(() => setDialog(undefined), []);

  const failed = useCallback((error: unknown) => say(failureText(t, error)), [say, t]);
  useEffect(() => actions.onFailure(failed), [actions, failed]);

  /** Some change with every message; the rows need not be drawn anew for that. */
  const latest = useRef({ go, markUnread });
  useEffect(() => {
    latest.current = { go, markUnread };
  });

  const titles = useMemo(() => new Map(channel.members.map((person) => [person.id, person.title])), [channel.members]);

  const rows = useMemo((): ConversationTools => {
    const find = (messageId: string) => cache.message(topicId, messageId);
    const answered = ({ id, author, body, mentions }: Message): Answered => ({
      id,
      author: author.name,
      excerpt: plainText(body, mentions, t),
    });
    return {
      reader,
      channel,
      people: channel.members,
      titleOf: (personId) => titles.get(personId) ?? '',
      find,
      retry: (clientId) => hub.outbox.retry(clientId),
      discard: ({ input }) => {
        const answers = input.replyToId === undefined ? undefined : find(input.replyToId);
        composer.current?.restore(input, answers && answered(answers));
        void cache.outgoing.discard(input.clientId);
        announce(t('channels.deleted_kept'));
      },
      react: (message, reaction, on) => actions.react(message, reader, reaction, on),
      answer: (message) => composer.current?.answer(answered(message)),
      edit: (message) => {
        setEditing(message.id);
        list.current?.show(message.id);
      },
      stopEditing: (message) => {
        setEditing(undefined);
        list.current?.focus(message.id);
      },
      remove: (message) => {
        actions.removals.begin(message.id);
        announce(t('channels.removed_undo'));
      },
      undoRemoval: (message) => {
        actions.removals.undo(message.id);
        list.current?.focus(message.id);
      },
      pin: (message, on) => actions.pin(message, on),
      copyLink: (message) => void copy(linkTo(message)).then(() => say(t('channels.link_copied')), failed),
      markUnread: (message) =>
        void latest.current.markUnread(message).then(() => say(t('channels.marked_unread')), failed),
      mute: (muted) =>
        void hub
          .call('channel.mute', { channelId: channel.id, muted })
          .then(() => say(t(muted ? 'tools.muted' : 'tools.unmuted')), failed),
      open: setDialog,
      goTo: (message) => latest.current.go({ to: 'message', message }),
    };
  }, [actions, cache, channel, composer, failed, hub, list, reader, say, t, titles, topicId]);

  /** The reader's latest message that may still be edited. */
  const editLast = () => {
    const own = cache.loaded(topicId).findLast((message) => messageRights(message, reader.id, channel).edit);
    if (own) rows.edit(own);
  };

  return { tools: { rows, removals: actions.removals }, underway: editing, dialog, closeDialog, editLast };
}

function linkTo({ topicId, id }: Message): string {
  return `${location.origin}/t/${topicId}?m=${id}`;
}

/** Without a secure origin a browser lends no clipboard; the old way works there. */
async function copy(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement('textarea');
  field.value = text;
  const before = document.activeElement;
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
}
