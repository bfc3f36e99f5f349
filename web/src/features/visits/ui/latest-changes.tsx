/** What people changed lately of a partnership's milestones and visits: what it is now, who, when and why. */
import type { LoggedChange } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link } from '../../../router';
import { partnershipTimelines } from '../../../timeline-keys';
import { Failed, Moment } from '../../../ui';
import sections from '../../../ui/sections.module.css';
import { StateTag } from './state-tag';
import { useWords } from './use-words';
import styles from './visits.module.css';

/** How many stand there at first; the others are behind a fold. */
const shownAtOnce = 4;

export function LatestChanges({ partnershipSlug }: { partnershipSlug: string }) {
  const t = useT();
  const hub = useHub();
  const { data, error, refetch } = useQuery({
    // Whatever changes the timeline changes this too.
    queryKey: [...partnershipTimelines, 'log', partnershipSlug],
    queryFn: () => hub.call('timeline.log', { partnershipSlug }),
    refetchOnMount: 'always',
  });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const [first, rest] = [data.slice(0, shownAtOnce), data.slice(shownAtOnce)];
  return (
    <section aria-labelledby="latest" className={styles.section}>
      <h2 id="latest">{t('visits.latest')}</h2>
      {data.length === 0 && <p className={styles.more}>{t('visits.latest_none')}</p>}
      <div>
        <Changes changes={first} />
        {rest.length > 0 && (
          <details>
            <summary className={sections.summary}>{t('visits.latest_more', { count: rest.length })}</summary>
            <Changes changes={rest} />
          </details>
        )}
      </div>
    </section>
  );
}

function Changes({ changes }: { changes: readonly LoggedChange[] }) {
  const t = useT();
  return (
    <ol className={styles.history}>
      {changes.map((change) => (
        <li key={`${change.at} ${change.about === 'visit' ? change.visit.id : change.milestone.id}`}>
          {change.about === 'visit' ? <VisitWords {...change} /> : <MilestoneWords {...change} />}
          {change.undone && <p className={styles.more}>{t('visits.history_undone')}</p>}
          {change.reason !== '' && <p className={styles.reason}>{change.reason}</p>}
          <p className={styles.more}>
            {change.by.name}, <Moment at={change.at} />
          </p>
        </li>
      ))}
    </ol>
  );
}

function VisitWords({ visit }: Extract<LoggedChange, { about: 'visit' }>) {
  const words = useWords();
  return (
    <>
      <p className={styles.purpose}>
        <Link to="/v/$visitId" params={{ visitId: visit.id }}>
          {words.title(visit)}
        </Link>
      </p>
      <p className={styles.facts}>
        <StateTag state={visit.state} />
        <span>{words.days(visit)}</span>
      </p>
    </>
  );
}

function MilestoneWords({ milestone: { id, names, state, day } }: Extract<LoggedChange, { about: 'milestone' }>) {
  const t = useT();
  const locale = useLocale();
  const words = useWords();
  const own = names[locale];
  return (
    <>
      <p className={styles.purpose} lang={own === undefined ? 'en' : locale}>
        <Link to="/m/$milestoneId" params={{ milestoneId: id }}>
          {own ?? names['en']}
        </Link>
      </p>
      <p className={styles.facts}>
        <span>{t(`visits.latest_${state}`)}</span>
        <span>{words.days({ startsOn: day, endsOn: day })}</span>
      </p>
    </>
  );
}
