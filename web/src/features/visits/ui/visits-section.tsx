/** On a partnership's page: what is due, how many visits the network's year has had, what comes next, and all of them. */
import type { VisitCard } from '@hub/contracts';
import { isHeld, lessonsDueOn, networkYear, visitsHeld } from '@hub/contracts/visit-rules';
import { Plus } from 'lucide-react';
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import { Failed, Loading } from '../../../ui';
import sections from '../../../ui/sections.module.css';
import { usePartnershipTimeline, type PartnershipTimeline } from '../use-partnership-timeline';
import { Deadlines, isOver } from './deadlines';
import { LatestChanges } from './latest-changes';
import { StateTag } from './state-tag';
import { useWords } from './use-words';
import styles from './visits.module.css';

interface Props {
  networkSlug: string;
  partnership: { id: string; slug: string };
}

export function VisitsSection({ networkSlug, partnership }: Props) {
  const t = useT();
  const { data, error, refetch } = usePartnershipTimeline(networkSlug, partnership.id);
  return (
    <>
      {!(data && isOver(data)) && (
        <section aria-labelledby="deadline" className={styles.section}>
          <h2 id="deadline">{t('visits.deadline')}</h2>
          {data && <Deadlines timeline={data} />}
          {error ? (
            <Failed error={error} onRetry={() => void refetch()} />
          ) : (
            !data && <Loading text={t('visits.loading')} />
          )}
        </section>
      )}
      {data && (
        <section aria-labelledby="visits" className={styles.section}>
          <h2 id="visits">{t('visits.heading')}</h2>
          <YearCount timeline={data} />
          <VisitList visits={data.row.visits} today={data.today} />
          {data.row.may.change && (
            <p className={styles.edit}>
              <Plus aria-hidden size={17} />
              <Link to="/p/$partnershipSlug/visits/new" params={{ partnershipSlug: partnership.slug }}>
                {t('visits.new')}
              </Link>
            </p>
          )}
        </section>
      )}
      {data && <LatestChanges partnershipSlug={partnership.slug} />}
    </>
  );
}

function YearCount({ timeline: { today, network, row } }: { timeline: PartnershipTimeline }) {
  const t = useT();
  const words = useWords();
  const year = networkYear(network.startsOn, today);
  const held = visitsHeld(row.visits, network.startsOn, year);
  // The days of a postponed visit are no days to travel on.
  const next = row.visits.find((visit) => isAhead(visit) && visit.state !== 'postponed' && visit.startsOn >= today);
  return (
    <div>
      {year > 0 && (
        <p className={styles.count}>
          {network.visitsAYear === 0
            ? t('visits.count', { held, year })
            : t('visits.count_of', { held, wanted: network.visitsAYear, year })}
        </p>
      )}
      {next && <p>{t('visits.next', { days: words.days(next), left: words.left(next.startsOn) })}</p>}
    </div>
  );
}

function isAhead({ state }: VisitCard): boolean {
  return !isHeld(state) && state !== 'cancelled';
}

/** Of those to come and of those that were. */
const shownAtOnce = 2;

/** The next ones, then the latest that were; all others behind folds. */
function VisitList({ visits, today }: { visits: readonly VisitCard[]; today: string }) {
  const t = useT();
  if (visits.length === 0) return <p className={styles.more}>{t('visits.none')}</p>;
  const ahead = visits.filter(isAhead);
  const past = visits.filter((visit) => !isAhead(visit)).toReversed();
  const [later, earlier] = [ahead.slice(shownAtOnce), past.slice(shownAtOnce)];
  return (
    <div>
      <Rows visits={[...ahead.slice(0, shownAtOnce), ...past.slice(0, shownAtOnce)]} today={today} />
      {later.length > 0 && (
        <details>
          <summary className={sections.summary}>{t('visits.later', { count: later.length })}</summary>
          <Rows visits={later} today={today} />
        </details>
      )}
      {earlier.length > 0 && (
        <details>
          <summary className={sections.summary}>{t('visits.earlier', { count: earlier.length })}</summary>
          <Rows visits={earlier} today={today} />
        </details>
      )}
    </div>
  );
}

function Rows({ visits, today }: { visits: readonly VisitCard[]; today: string }) {
  const words = useWords();
  return (
    <ul className={styles.list}>
      {visits.map((visit) => (
        <li key={visit.id}>
          <div>
            <Link to="/v/$visitId" params={{ visitId: visit.id }}>
              {words.title(visit)}
            </Link>
            <p className={styles.more}>{words.days(visit)}</p>
            <LessonsWanted visit={visit} today={today} />
          </div>
          <StateTag state={visit.state} />
        </li>
      ))}
    </ul>
  );
}

function LessonsWanted({ visit, today }: { visit: VisitCard; today: string }) {
  const t = useT();
  const dueOn = lessonsDueOn(visit);
  if (visit.hasLessons || dueOn === null) return null;
  return dueOn < today ? (
    <p className={styles.late}>{t('visits.lessons_overdue')}</p>
  ) : (
    <p className={styles.more}>{t('visits.lessons_open')}</p>
  );
}
