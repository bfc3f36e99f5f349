/** One thing that concerns the reader. Its link leads to where it is seen to, and marks it as read. */
import type { Notification } from '@hub/contracts';
import { CalendarDays, Check } from 'lucide-react';
import { useRef, type ComponentProps } from 'react';
import { useFormats, useLocale, useT } from '../../../i18n';
import { Link } from '../../../router';
import { Avatar, Button, Moment } from '../../../ui';
import { aboutOf } from '../about';
import { whatText } from '../what-text';
import styles from './inbox.module.css';

interface Props {
  notification: Notification;
  onRead(): void;
}

export function InboxItem({ notification, onRead }: Props) {
  const t = useT();
  const link = useRef<HTMLAnchorElement>(null);
  const formats = useFormats();
  const locale = useLocale();
  const { title, language, text, where } = aboutOf(notification, locale, t, formats);
  const from = 'from' in notification ? notification.from : null;
  const unread = notification.readAt === null;
  return (
    <li className={styles.item} data-unread={unread || undefined}>
      {from ? <Avatar initials={from.initials} /> : <CalendarDays aria-hidden size={24} className={styles.icon} />}
      <div className={styles.about}>
        <p className={styles.what}>
          <Place notification={notification} ref={link} onClick={() => unread && onRead()}>
            {whatText(t, notification)}
            <span className={styles.topic} lang={language}>
              {title}
            </span>
          </Place>
        </p>
        <p className={styles.excerpt} dir="auto">
          {text}
        </p>
        <p className={styles.where}>
          {unread && <span className={styles.badge}>{t('notifications.unread')}</span>}
          <Moment at={notification.createdAt} />
          <span>{where}</span>
        </p>
      </div>
      {unread && (
        <div className={styles.state}>
          <Button
            look="quiet"
            className={styles.mark}
            aria-label={t('notifications.mark_read_of', { what: whatText(t, notification), topic: title })}
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

/** Where it is seen to: a report among the others, a role among one's own or where it can be given anew. */
function Place({ notification, ...rest }: PlaceProps) {
  switch (notification.kind) {
    case 'role_ending':
      return notification.own ? (
        <Link {...rest} to="/settings" />
      ) : (
        <Link {...rest} to="/admin/people/$personId" params={{ personId: notification.from.id }} />
      );
    case 'report':
      return <Link {...rest} to="/n/$networkSlug/reports" params={{ networkSlug: notification.networkSlug }} />;
    case 'milestone_due':
    case 'milestone_late':
    case 'milestone_changed':
      return <Link {...rest} to="/m/$milestoneId" params={{ milestoneId: notification.milestoneId }} />;
    case 'visit_coming':
    case 'lessons_wanted':
      return <Link {...rest} to="/v/$visitId" params={{ visitId: notification.visitId }} />;
    case 'broadcast':
    case 'acknowledgement_missing':
      return <Link {...rest} to="/inbox" />;
    default: {
      const { topicId, messageId } = notification;
      return <Link {...rest} to="/t/$topicId" params={{ topicId }} search={{ m: messageId }} />;
    }
  }
}
