/** A message that is stored: its text or why it is gone, whom it answers, who reacted, and what the reader can do with it. */
import type { Message } from '@hub/contracts';
import { lazy, Suspense, use } from 'react';
import { useT } from '../../../i18n';
import { UnderwayContext, useConversationTools } from '../conversation-context';
import { loadTools } from '../load-tools';
import { isMeant, MessageBody } from '../../messages';
import { MessageArticle, TimeLink } from './message-article';
import type { RowLook } from './message-list';
import { MessageNotes } from './message-notes';
import { MessageToolbar } from './message-toolbar';
import styles from './sent-message.module.css';
import { QuoteBlock } from './quote-block';

const MessageEditor = lazy(async () => ({ default: (await loadTools()).MessageEditor }));

interface Props {
  message: Message;
  opensRun: boolean;
  look: RowLook;
}

export function SentMessage({ message, opensRun, look }: Props) {
  const { id, author, body, mentions, language, sentAt, topicId, replyTo, removed } = message;
  const { reader, titleOf } = useConversationTools();
  const { editing, removals } = use(UnderwayContext);
  const removal = removals.get(id);
  const isEdited = editing === id;
  const text = <MessageBody body={body} mentions={mentions} language={language} reader={reader} />;
  return (
    <MessageArticle
      author={author}
      title={titleOf(author.id)}
      at={sentAt}
      opensRun={opensRun}
      mentionsReader={mentions.some((one) => isMeant(one, reader))}
      look={look}
      time={<TimeLink topicId={topicId} messageId={id} at={sentAt} active={look.active} />}
    >
      {removed ? (
        <Tombstone removed={removed} />
      ) : removal ? (
        <BeingRemoved message={message} undoable={removal === 'undoable'} />
      ) : (
        <>
          {replyTo && <QuoteBlock quote={replyTo} active={look.active} />}
          {isEdited ? (
            <Suspense fallback={text}>
              <MessageEditor message={message} />
            </Suspense>
          ) : (
            text
          )}
          <MessageNotes message={message} active={look.active} />
        </>
      )}
      {!isEdited && !removal && <MessageToolbar message={message} active={look.active} />}
    </MessageArticle>
  );
}

function Tombstone({ removed: { by, reason } }: { removed: NonNullable<Message['removed']> }) {
  const t = useT();
  return (
    <p className={styles.tombstone}>
      {by === 'author'
        ? t('channels.removed_author')
        : reason
          ? t('channels.removed_moderator_because', { reason })
          : t('channels.removed_moderator')}
    </p>
  );
}

function BeingRemoved({ message, undoable }: { message: Message; undoable: boolean }) {
  const t = useT();
  const { undoRemoval } = useConversationTools();
  return (
    <p className={styles.tombstone}>
      {t('channels.removed')}
      {undoable && (
        // What was removed held the focus.
        <button type="button" ref={takeFocus} onClick={() => undoRemoval(message)}>
          {t('channels.undo')}
        </button>
      )}
    </p>
  );
}

function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus({ preventScroll: true });
}
