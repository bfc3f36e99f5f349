/** What concerns the reader: what needs them, then what they only need to know; put off and done in boxes of their own. */
import type { Box } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { CheckCheck } from 'lucide-react';
import { useRef } from 'react';
import { useT } from '../../../i18n';
import { Link, useSearch } from '../../../router';
import { Button, EmptyState, Failed, Loading, PageHeader } from '../../../ui';
import { useHandled } from '../use-handled';
import { useInboxCache } from '../use-inbox';
import { useInboxKeys } from '../use-inbox-keys';
import { InboxItem } from './inbox-item';
import styles from './inbox.module.css';

const boxes = ['open', 'later', 'done'] as const;

export function InboxRoute() {
  const { box = 'open' } = useSearch('/inbox');
  // What was put away in one box is not kept in another.
  return <InboxPage key={box} box={box} />;
}

function InboxPage({ box }: { box: Box }) {
  const t = useT();
  const { data, error, refetch } = useQuery(useInboxCache().list(box));
  const inbox = useHandled(box, data);
  const page = useRef<HTMLDivElement>(null);
  useInboxKeys(page);

  const needed = inbox.shown.filter(({ notification }) => notification.needs === 'me');
  const known = inbox.shown.filter(({ notification }) => notification.needs !== 'me');
  const list = (some: typeof inbox.shown) => (
    <ul className={styles.list}>
      {some.map((shown) => (
        <InboxItem key={shown.notification.id} {...{ shown, box, inbox }} />
      ))}
    </ul>
  );
  return (
    <div ref={page} className={styles.inbox}>
      <PageHeader
        lead={
          data && box === 'open' ? t('notifications.lead', { needs: data.needsMe, unread: data.unread }) : undefined
        }
        actions={
          box === 'open' &&
          data !== undefined &&
          data.unread > 0 && (
            <Button
              look="quiet"
              onClick={() => {
                void inbox.read();
                page.current?.querySelector<HTMLElement>('[data-entry]')?.focus();
              }}
            >
              <CheckCheck aria-hidden size={18} />
              {t('notifications.mark_all')}
            </Button>
          )
        }
      >
        {t('notifications.title')}
      </PageHeader>
      <nav aria-label={t('notifications.boxes')} className={styles.boxes}>
        {boxes.map((one) => (
          <Link key={one} to="/inbox" search={one === 'open' ? {} : { box: one }}>
            {t(`notifications.box_${one}`)}
          </Link>
        ))}
      </nav>
      {inbox.failed && (
        <p role="alert" className={styles.failed}>
          {t('notifications.failed')}
        </p>
      )}
      {!data &&
        (error ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading text={t('notifications.loading')} />
        ))}
      {data && inbox.shown.length === 0 && (
        <EmptyState title={t(`notifications.none_${box}`)}>{t(`notifications.none_${box}_hint`)}</EmptyState>
      )}
      {box === 'open' ? (
        <>
          {needed.length > 0 && (
            <section aria-labelledby="needs-me">
              <h2 id="needs-me">{t('notifications.needs_me')}</h2>
              {list(needed)}
            </section>
          )}
          {known.length > 0 && (
            <section aria-labelledby="to-know">
              <h2 id="to-know">{t('notifications.to_know')}</h2>
              {list(known)}
            </section>
          )}
        </>
      ) : (
        inbox.shown.length > 0 && list(inbox.shown)
      )}
    </div>
  );
}
