/** One's calendar feeds: which there are, the way to another, and how a calendar takes one. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link } from '../../../router';
import { EmptyState, Failed, Loading, PageHeader, Path } from '../../../ui';
import sections from '../../../ui/sections.module.css';
import { ownFeeds } from '../queries';
import { FeedForm, mostFeeds } from './feed-form';
import { FeedHelp } from './feed-help';
import { FeedMade, type Made } from './feed-made';
import { FeedRow } from './feed-row';

export function CalendarsRoute() {
  const t = useT();
  const { data: feeds, error, refetch } = useQuery(ownFeeds(useHub()));
  const [made, setMade] = useState<Made>();
  const list = useRef<HTMLHeadingElement>(null);
  const count = feeds?.length ?? 0;
  const before = useRef(count);
  useEffect(() => {
    // The button that was pressed went with its feed.
    if (count < before.current) list.current?.focus();
    before.current = count;
  }, [count]);
  const done = () => {
    setMade(undefined);
    list.current?.focus();
  };
  return (
    <div className={sections.page}>
      <PageHeader
        lead={t('calendar.lead')}
        path={
          <Path>
            <Link to="/settings">{t('nav.settings')}</Link>
          </Path>
        }
      >
        {t('calendar.title')}
      </PageHeader>
      <section className={sections.section} aria-labelledby="new-feed">
        <h2 id="new-feed">{t('calendar.new')}</h2>
        {made ? (
          <FeedMade made={made} onDone={done} />
        ) : count < mostFeeds ? (
          <FeedForm onMade={setMade} />
        ) : (
          <p>{t('calendar.too_many', { count: mostFeeds })}</p>
        )}
      </section>
      <section className={sections.section} aria-labelledby="feeds">
        <h2 id="feeds" ref={list} tabIndex={-1}>
          {t('calendar.feeds')}
        </h2>
        {feeds === undefined ? (
          error ? (
            <Failed error={error} onRetry={() => void refetch()} />
          ) : (
            <Loading text={t('calendar.loading')} />
          )
        ) : feeds.length === 0 ? (
          <EmptyState title={t('calendar.none')}>{t('calendar.none_hint')}</EmptyState>
        ) : (
          <ul className={sections.rows}>
            {feeds.map((feed) => (
              <FeedRow
                key={feed.id}
                feed={feed}
                onRevoked={() => setMade((now) => (now?.feed.id === feed.id ? undefined : now))}
              />
            ))}
          </ul>
        )}
      </section>
      <FeedHelp />
    </div>
  );
}
