/** One thing that concerns the reader. Its link leads to where it is seen to, and marks it as read. */
import type { Notification } from '@hub/contracts';
import { Check } from 'lucide-react';
import { useRef, type ComponentProps } from 'react';
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import { Avatar, Button, Moment } from '../../../ui';
import styles from './inbox.module.css';

interface Props {
  notification: Notification;
  onRead(): void;
}

export function InboxItem({ notification, onRead }: Props) {
  const t = useT();
  const link = useRef<HTMLAnchorElement>(null);
  const { kind, from, topicTitle, excerpt, createdAt, networkName, channelName } = notification;
  const unread = notification.readAt === null;
  return (
    <li className={styles.item} data-unread={unread || undefined}>
      <Avatar initials={from.initials} />
      <div className={styles.about}>
        <p className={styles.what}>
          <Place notification={notification} ref={link} onClick={() => unread && onRead()}>
            {t(`notifications.${kind}`, { author: from.name })}
            <span className={styles.topic}>{topicTitle}</span>
          </Place>
        </p>
        <p className={styles.excerpt} dir="auto">
          {excerpt}
        </p>
        <p className={styles.where}>
          {unread && <span className={styles.badge}>{t('notifications.unread')}</span>}
          <Moment at={createdAt} />
          <span>{t('notifications.where', { network: networkName, channel: channelName })}</span>
        </p>
      </div>
      {unread && (
        <div className={styles.state}>
          <Button
            look="quiet"
            className={styles.mark}
            aria-label={t('notifications.mark_read_of', { author: from.name, topic: topicTitle })}
            onClick={() => {
              onRead();
              link.current?.focus();
            }}
          >
            <Check aria-hidden size={20} />
            <span>{t('notifications.mark_read')}</span>
          </Button>
        </div>
      )}
    </li>
  );
}

interface PlaceProps extends Pick<ComponentProps<'a'>, 'ref' | 'onClick' | 'children'> {
  notification: Notification;
}

/** A report is decided among the others; a mention is seen where it was written, wherever that is now. */
function Place({ notification: { kind, networkSlug, topicId, messageId }, ...rest }: PlaceProps) {
  return kind === 'report' ? (
    <Link {...rest} to="/n/$networkSlug/reports" params={{ networkSlug }} />
  ) : (
    <Link {...rest} to="/t/$topicId" params={{ topicId }} search={{ m: messageId }} />
  );
}
