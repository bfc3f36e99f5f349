/** One thing that concerns the reader. Its link leads to where it is seen to, and marks it as read. */
import type { Notification } from '@hub/contracts';
import { Check } from 'lucide-react';
import { useRef, type ComponentProps } from 'react';
import { useFormats, useT, type Translate } from '../../../i18n';
import { Link } from '../../../router';
import { Avatar, Button, Moment } from '../../../ui';
import { whatText } from '../what-text';
import styles from './inbox.module.css';

interface Props {
  notification: Notification;
  onRead(): void;
}

export function InboxItem({ notification, onRead }: Props) {
  const t = useT();
  const link = useRef<HTMLAnchorElement>(null);
  const { date } = useFormats();
  const { from, createdAt } = notification;
  const { title, text, where } = wordsOf(t, date, notification);
  const unread = notification.readAt === null;
  return (
    <li className={styles.item} data-unread={unread || undefined}>
      <Avatar initials={from.initials} />
      <div className={styles.about}>
        <p className={styles.what}>
          <Place notification={notification} ref={link} onClick={() => unread && onRead()}>
            {whatText(t, notification)}
            <span className={styles.topic}>{title}</span>
          </Place>
        </p>
        <p className={styles.excerpt} dir="auto">
          {text}
        </p>
        <p className={styles.where}>
          {unread && <span className={styles.badge}>{t('notifications.unread')}</span>}
          <Moment at={createdAt} />
          <span>{where}</span>
        </p>
      </div>
      {unread && (
        <div className={styles.state}>
          <Button
            look="quiet"
            className={styles.mark}
            aria-label={t('notifications.mark_read_of', { author: from.name, topic: title })}
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

/**
 * A report is decided among the others; a mention is seen where it was written, wherever that is now; a role is seen among
 * one's own, or where it can be given anew.
 */
function Place({ notification, ...rest }: PlaceProps) {
  if (notification.kind === 'role_ending')
    return notification.own ? (
      <Link {...rest} to="/settings" />
    ) : (
      <Link {...rest} to="/admin/people/$personId" params={{ personId: notification.from.id }} />
    );
  const { kind, networkSlug, topicId, messageId } = notification;
  return kind === 'report' ? (
    <Link {...rest} to="/n/$networkSlug/reports" params={{ networkSlug }} />
  ) : (
    <Link {...rest} to="/t/$topicId" params={{ topicId }} search={{ m: messageId }} />
  );
}

function wordsOf(t: Translate, date: (plain: string) => string, notification: Notification) {
  if (notification.kind !== 'role_ending') {
    const { topicTitle: title, excerpt: text, networkName: network, channelName: channel } = notification;
    return { title, text, where: t('notifications.where', { network, channel }) };
  }
  const { role, partnershipName, networkName, lastOn } = notification;
  return {
    title: t(`role.${role}`),
    text: t('notifications.role_last', { date: date(lastOn) }),
    where: partnershipName ?? networkName ?? t('notifications.whole_hub'),
  };
}
