/** A topic in its channel's list: what it is about, and its latest message. */
import type { Topic } from '@hub/contracts';
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import { Moment } from '../../../ui';
import { mentionsIn, plainText, type Mentionable } from '../mention-tokens';
import type { Outgoing } from '../outgoing';
import styles from './channel-route.module.css';
import { OutgoingState } from './outgoing-state';

export function TopicItem({ topic }: { topic: Topic }) {
  const t = useT();
  return (
    <li className={styles.item}>
      <h3 className={styles.itemTitle}>
        <Link to="/t/$topicId" params={{ topicId: topic.id }}>
          {topic.title}
        </Link>
      </h3>
      <p className={styles.excerpt} dir="auto">
        <span className={styles.by}>{topic.lastAuthor.name}:</span> {topic.excerpt}
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
