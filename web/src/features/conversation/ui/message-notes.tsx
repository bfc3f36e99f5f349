/** What stands below a message: who reacted how, that it is pinned, that it was edited, what question it became or answers. */
import type { Message, Reaction } from '@hub/contracts';
import { Pin } from 'lucide-react';
import { use, useState } from 'react';
import { useFormats, useT } from '../../../i18n';
import { Link } from '../../../router';
import { useConversationTools } from '../conversation-context';
import { messageRights } from '../message-rights';
import { OriginsContext } from '../use-origins';
import { reactedBy, reactionSigns, type Reactions } from '../reactions';
import styles from './message-notes.module.css';

interface Props {
  message: Message;
  /** Within Tab's way. */
  active: boolean;
}

export function MessageNotes({ message, active }: Props) {
  const t = useT();
  const { full } = useFormats();
  const { open } = useConversationTools();
  const { reactions = [], pinned, editedAt } = message;
  const origins = use(OriginsContext).filter(({ messageId }) => messageId === message.id);
  if (reactions.length + origins.length === 0 && !pinned && editedAt === undefined) return null;
  return (
    <div className={styles.notes}>
      {reactions.map(({ reaction, people }) => (
        <ReactionButton key={reaction} message={message} reaction={reaction} people={people} active={active} />
      ))}
      {pinned && (
        <span className={styles.note}>
          <Pin aria-hidden size={14} />
          {t('channels.pinned')}
        </span>
      )}
      {editedAt !== undefined && (
        <button
          type="button"
          className={styles.note}
          tabIndex={active ? 0 : -1}
          aria-haspopup="dialog"
          title={full(editedAt)}
          onClick={() => open({ kind: 'history', message })}
        >
          {t('channels.edited')}
        </button>
      )}
      {origins.map(({ questionId, of, title }) => (
        <Link
          key={of + questionId}
          to="/q/$questionId"
          params={{ questionId }}
          className={styles.note}
          tabIndex={active ? 0 : -1}
          dir="auto"
        >
          {t(`channels.became_${of}`, { title })}
        </Link>
      ))}
    </div>
  );
}

interface ReactionProps extends Props {
  reaction: Reaction;
  people: Reactions[number]['people'];
}

function ReactionButton({ message, reaction, people, active }: ReactionProps) {
  const t = useT();
  const { list } = useFormats();
  const { reader, channel, react } = useConversationTools();
  /** Escape puts the names away without moving the focus. */
  const [dismissed, setDismissed] = useState(false);
  const own = reactedBy(message, reader.id, reaction);
  const names = people.map(({ id, name }) => (id === reader.id ? t('channels.you') : name));
  const may = messageRights(message, reader.id, channel).react;
  return (
    <span className={styles.reactionPlace}>
      <button
        type="button"
        className={styles.reaction}
        tabIndex={active ? 0 : -1}
        aria-pressed={own}
        aria-disabled={!may || undefined}
        aria-label={t('channels.reaction_by', { reaction: t(`reaction.${reaction}`), names: list(names) })}
        onClick={() => may && react(message, reaction, !own)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || dismissed) return;
          event.stopPropagation();
          setDismissed(true);
        }}
        onBlur={() => setDismissed(false)}
        onPointerLeave={() => setDismissed(false)}
      >
        <span aria-hidden>{reactionSigns[reaction]}</span>
        <span className={styles.count}>{people.length}</span>
      </button>
      {!dismissed && (
        <span className={styles.names} aria-hidden>
          {t(`reaction.${reaction}`)}: {list(names)}
        </span>
      )}
    </span>
  );
}
