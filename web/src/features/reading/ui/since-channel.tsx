/** One channel of the unread list with its topics; a direct conversation is named by the person alone. */
import { Check, CheckCheck, Hash, Lock, Megaphone, Undo2, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../../../i18n';
import { excerptText } from '../../../mention-words';
import { Link } from '../../../router';
import { Button, Moment } from '../../../ui';
import type { ShownChannel, ShownTopic } from '../kept-topics';
import styles from './since.module.css';

interface Props {
  channel: ShownChannel;
  named: boolean;
  onRead(topics: ShownTopic[]): void;
  onUndo(topics: ShownTopic[]): void;
}

const icons = { announcements: Megaphone, thematic: Hash, guest: Hash, direct: UserRound } as const;

export function SinceChannel({ channel, named, onRead, onUndo }: Props) {
  const t = useT();
  const { id, name, kind, network, topics } = channel;
  const Icon = kind in icons ? icons[kind as keyof typeof icons] : Lock;
  const unread = topics.filter(({ done }) => !done);
  const alone = kind === 'direct' && topics.length === 1;
  return (
    <>
      {!alone && (
        <div className={styles.head}>
          <h3 className={styles.name}>
            <Icon aria-hidden size={17} />
            <Link to="/n/$networkSlug/c/$channelId" params={{ networkSlug: network.slug, channelId: id }}>
              {name}
            </Link>
            {named && <span className={styles.network}>{network.name}</span>}
          </h3>
          {topics.length > 1 && (
            <MarkButton
              done={unread.length === 0}
              readLabel={t('unread.mark_channel')}
              undoLabel={t('unread.undo_channel')}
              of={name}
              icon={<CheckCheck aria-hidden size={18} />}
              onRead={() => onRead(unread)}
              onUndo={() => onUndo(topics)}
            />
          )}
        </div>
      )}
      <ul>
        {topics.map((shown) => (
          <TopicRow
            key={shown.topic.id}
            shown={shown}
            title={alone ? name : shown.topic.title}
            alone={alone}
            network={alone && named ? network.name : undefined}
            onRead={() => onRead([shown])}
            onUndo={() => onUndo([shown])}
          />
        ))}
      </ul>
    </>
  );
}

interface RowProps {
  shown: ShownTopic;
  title: string;
  /** It is named by the only person who writes there. */
  alone: boolean;
  network: string | undefined;
  onRead(): void;
  onUndo(): void;
}

function TopicRow({ shown: { topic, done }, title, alone, network, onRead, onUndo }: RowProps) {
  const t = useT();
  return (
    <li className={styles.topic} data-done={done || undefined}>
      <div className={styles.about}>
        <p className={styles.line}>
          <Link to="/t/$topicId" params={{ topicId: topic.id }} className={styles.title}>
            {title}
          </Link>
          {network !== undefined && <span className={styles.network}>{network}</span>}
          <span className={styles.state}>
            {done ? t('unread.done') : t('unread.new', { count: topic.reading.unread })}
          </span>
          <Moment at={topic.lastMessageAt} className={styles.when} />
        </p>
        <p className={styles.excerpt} dir="auto">
          {!alone && <span className={styles.by}>{topic.lastAuthorName}: </span>}
          {excerptText(topic.excerpt, t)}
        </p>
      </div>
      <MarkButton
        done={done}
        readLabel={t('unread.mark')}
        undoLabel={t('unread.undo')}
        of={title}
        icon={<Check aria-hidden size={18} />}
        onRead={onRead}
        onUndo={onUndo}
      />
    </li>
  );
}

interface MarkProps {
  done: boolean;
  readLabel: string;
  undoLabel: string;
  /** What is marked, for those who hear the button alone. */
  of: string;
  icon: ReactNode;
  onRead(): void;
  onUndo(): void;
}

/** The same button marks and takes back, so that focus has a place to stay. */
function MarkButton({ done, readLabel, undoLabel, of, icon, onRead, onUndo }: MarkProps) {
  const label = done ? undoLabel : readLabel;
  return (
    <Button
      look="quiet"
      className={styles.mark}
      title={label}
      aria-label={`${label}: ${of}`}
      onClick={done ? onUndo : onRead}
    >
      {done ? <Undo2 aria-hidden size={18} /> : icon}
      <span className={styles.markLabel}>{label}</span>
    </Button>
  );
}
