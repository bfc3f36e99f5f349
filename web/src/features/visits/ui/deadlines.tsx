/** What of a partnership's own milestones is late, and what is due next there or in the whole network. */
import type { Milestone, MilestoneState } from '@hub/contracts';
import { useFormats, useLocale, useT } from '../../../i18n';
import { Link } from '../../../router';
import sections from '../../../ui/sections.module.css';
import type { PartnershipTimeline } from '../use-partnership-timeline';
import { useWords } from './use-words';
import styles from './visits.module.css';

const settled: ReadonlySet<MilestoneState> = new Set(['done', 'not_applicable']);

/** Nothing is waited for any more. */
export function isOver({ row: { partnership } }: PartnershipTimeline): boolean {
  return partnership.status === 'withdrawn' || partnership.status === 'completed';
}

/** Of what is late stand there at first; the others are behind a fold. */
const shownAtOnce = 3;

export function Deadlines({ timeline }: { timeline: PartnershipTimeline }) {
  const t = useT();
  const { network, row } = timeline;
  const late = row.milestones.filter(isLate).sort(byDay);
  const [next] = [...row.milestones, ...network.milestones]
    .filter(({ state, late: isPast }) => !settled.has(state) && !isPast)
    .sort(byDay);
  const [first, rest] = [late.slice(0, shownAtOnce), late.slice(shownAtOnce)];
  return (
    <>
      {late.length > 0 && (
        <div>
          <p className={styles.late}>{t('visits.late_count', { count: late.length })}</p>
          <Due milestones={first} timeline={timeline} />
          {rest.length > 0 && (
            <details>
              <summary className={sections.summary}>{t('visits.latest_more', { count: rest.length })}</summary>
              <Due milestones={rest} timeline={timeline} />
            </details>
          )}
        </div>
      )}
      {next ? (
        <Due milestones={[next]} timeline={timeline} />
      ) : (
        late.length === 0 && <p className={styles.more}>{t('visits.deadline_none')}</p>
      )}
    </>
  );
}

interface DueProps {
  milestones: readonly Milestone[];
  timeline: PartnershipTimeline;
}

function Due({ milestones, timeline: { network } }: DueProps) {
  const t = useT();
  const words = useWords();
  const locale = useLocale();
  const { zoneCity } = useFormats();
  return (
    <ul className={styles.list}>
      {milestones.map((milestone) => {
        const item = network.items.find(({ id }) => id === milestone.itemId);
        const own = item?.names[locale];
        const day = dayOf(milestone);
        return (
          <li key={milestone.id}>
            <div>
              <p lang={own === undefined ? 'en' : undefined}>
                <Link to="/m/$milestoneId" params={{ milestoneId: milestone.id }}>
                  {own ?? item?.names['en']}
                </Link>
              </p>
              <p className={milestone.late ? styles.late : undefined}>
                {t(milestone.late ? 'visits.deadline_late' : 'visits.deadline_on', {
                  date: words.days({ startsOn: day, endsOn: day }),
                  left: words.left(day),
                })}
              </p>
              {item?.deadline && (
                <p className={styles.more}>
                  {t('visits.clock', { time: item.deadline.time, place: zoneCity(item.deadline.timeZone) })}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

const isLate = ({ state, late }: Milestone) => late && !settled.has(state);
const dayOf = ({ forecastOn, plannedOn }: Milestone) => forecastOn ?? plannedOn;
const byDay = (a: Milestone, b: Milestone) => dayOf(a).localeCompare(dayOf(b));
