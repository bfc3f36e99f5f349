/** A topic in its channel's list: what it is about, what of it is unread, and its latest message. */
import type { TopicCard } from '@hub/contracts';
import { Check } from 'lucide-react';
import { useT } from '../../../i18n';
import { excerptText } from '../../../mention-words';
import { Link } from '../../../router';
import { Moment } from '../../../ui';
import { type Mentionable, mentionsIn, type Outgoing, OutgoingState, plainText } from '../../messages';
import styles from './channel-route.module.css';

export function TopicItem({ topic }: { topic: TopicCard }) {
  const t = useT();
  const { unread } = topic.reading;
  return (
    <li className={styles.item} data-unread={unread > 0 || undefined}>
      <h3 className={styles.itemTitle}>
        <Link to="/t/$topicId" params={{ topicId: topic.id }}>
          {topic.title}
        </Link>
        {unread > 0 && <span className={styles.unread}>{t('nav.unread_new', { count: unread })}</span>}
        {topic.resolved && (
          <span className={styles.resolved}>
            <Check aria-hidden size={15} />
            {t('rooms.settled_mark')}
          </span>
        )}
      </h3>
      <p className={styles.excerpt} dir="auto">
        <span className={styles.by}>{topic.lastAuthor.name}:</span> {excerptText(topic.excerpt, t)}
      </p>
      <p className={styles.figures}>
        <Moment at={topic.lastMessageAt} />
        <span>{t('channels.topic_messages', { count: topic.messages })}</span>
      </p>
    </li>
  );
}

interface OutgoingTopicProps {
  outgoing: Outgoing;
  people: readonly Mentionable[];
  onRetry(clientId: string): void;
  onDelete(outgoing: Outgoing): void;
}

/** A topic that opens when its first message arrives. */
export function OutgoingTopic({ outgoing, people, onRetry, onDelete }: OutgoingTopicProps) {
  const { topicTitle, body } = outgoing.input;
  const t = useT();
  return (
    <li className={styles.item}>
      <h3 className={styles.itemTitle}>{topicTitle}</h3>
      <p className={styles.excerpt} dir="auto">
        {plainText(body, mentionsIn(body, people), t)}
      </p>
      <OutgoingState outgoing={outgoing} onRetry={onRetry} onDelete={onDelete} />
    </li>
  );
}
