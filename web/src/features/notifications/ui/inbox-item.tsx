/** One thing that concerns the reader: what, where, why, and what they do with it. Its link leads to where it is seen to. */
import type { Box } from '@hub/contracts';
import { CalendarDays, Check, Clock3, Inbox } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useFormats, useLocale, useT } from '../../../i18n';
import { Link } from '../../../router';
import { Avatar, Button, Moment } from '../../../ui';
import { aboutOf } from '../about';
import type { HandledInbox, Shown } from '../use-handled';
import { whatText } from '../what-text';
import { whyText } from '../why-text';
import { HandledItem } from './handled-item';
import styles from './inbox.module.css';
import { LaterDialog, LaterMenu } from './later-menu';
import { Place } from './place';

interface Props {
  shown: Shown;
  box: Box;
  inbox: HandledInbox;
}

export function InboxItem({ shown, box, inbox }: Props) {
  const t = useT();
  const formats = useFormats();
  const locale = useLocale();
  const laterButton = useRef<HTMLButtonElement>(null);
  const [choosing, setChoosing] = useState<'menu' | 'day'>();
  const { notification, handled } = shown;
  const item = useFocusWhenBack(handled !== undefined);
  const { title, language, text, where } = aboutOf(notification, locale, t, formats);
  const what = whatText(t, notification);
  const of = `${what}, ${title}`;
  if (handled)
    return (
      <HandledItem handled={handled} of={of} title={title} language={language} onUndo={() => void inbox.undo(shown)} />
    );

  const from = 'from' in notification ? notification.from : null;
  const unread = notification.readAt === null;
  const later = (until: string) => void inbox.later(notification, until);
  return (
    <li ref={item} className={styles.item} data-unread={unread || undefined}>
      {from ? <Avatar initials={from.initials} /> : <CalendarDays aria-hidden size={24} className={styles.icon} />}
      <div className={styles.about}>
        <p className={styles.what}>
          <Place notification={notification} onClick={() => unread && void inbox.read([notification.id])}>
            {what}
            <span className={styles.topic} lang={language}>
              {title}
            </span>
          </Place>
        </p>
        {text !== '' && (
          <p className={styles.excerpt} dir="auto">
            {text}
          </p>
        )}
        <p className={styles.where}>
          {unread && <span className={styles.badge}>{t('notifications.unread')}</span>}
          {box === 'later' && notification.laterUntil ? (
            <span>{t('notifications.until', { at: formats.upcoming(notification.laterUntil) })}</span>
          ) : (
            <Moment at={notification.createdAt} />
          )}
          <span>{where}</span>
        </p>
        <details className={styles.why}>
          <summary>{t('notifications.why')}</summary>
          <p>
            {whyText(t, notification)} <Link to="/settings/notifications">{t('notifications.choose')}</Link>
          </p>
        </details>
      </div>
      <div className={styles.actions}>
        {box === 'open' ? (
          <>
            <Button
              look="quiet"
              data-do="done"
              aria-label={t('notifications.done_of', { of })}
              onClick={() => void inbox.done(notification)}
            >
              <Check aria-hidden size={18} />
              <span>{t('notifications.done')}</span>
            </Button>
            <Button
              ref={laterButton}
              look="quiet"
              data-do="later"
              aria-haspopup="menu"
              aria-expanded={choosing === 'menu'}
              aria-label={t('notifications.later_of', { of })}
              onClick={() => setChoosing(choosing ? undefined : 'menu')}
            >
              <Clock3 aria-hidden size={18} />
              <span>{t('notifications.later')}</span>
            </Button>
            {choosing === 'menu' && (
              <LaterMenu
                anchor={laterButton}
                onLater={later}
                onDay={() => setChoosing('day')}
                onClose={() => setChoosing(undefined)}
              />
            )}
            {choosing === 'day' && <LaterDialog onLater={later} onClose={() => setChoosing(undefined)} />}
          </>
        ) : (
          <Button
            look="quiet"
            data-do="done"
            aria-label={t('notifications.reopen_of', { of })}
            onClick={() => void inbox.reopen(notification)}
          >
            <Inbox aria-hidden size={18} />
            <span>{t('notifications.reopen')}</span>
          </Button>
        )}
      </div>
    </li>
  );
}

/** Whoever takes something back has the focus on it again. */
function useFocusWhenBack(handled: boolean) {
  const item = useRef<HTMLLIElement>(null);
  const was = useRef(handled);
  useLayoutEffect(() => {
    if (was.current && !handled)
      item.current?.querySelector<HTMLElement>('[data-entry]')?.focus({ preventScroll: true });
    was.current = handled;
  }, [handled]);
  return item;
}
