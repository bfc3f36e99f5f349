/** The timeline of a network as a table: lines of the plan across, partnerships down, a word and a day in each cell. */
import type { Milestone, PartnershipStatus, PlanItem, TimelineNetwork, TimelineRow, VisitCard } from '@hub/contracts';
import { visitsHeld } from '@hub/contracts/visit-rules';
import { useId, useMemo, type ReactNode } from 'react';
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import { useNow } from '../../../ui';
import type { TimelineFilter } from '../filter';
import { dateOf, standingOf } from '../standing';
import { useLook } from '../use-look';
import { useWords } from '../use-words';
import { visitYearsOf, yearNow } from '../visit-years';
import { StateTag, VisitTag } from './state-tag';
import styles from './timeline-table.module.css';
import { MilestoneLink, VisitLink } from './thing-link';

interface Props {
  network: TimelineNetwork;
  /** In the order in which they are shown. */
  items: readonly PlanItem[];
  /** There are several, so that each needs its name. */
  named: boolean;
  /** What can be done about a milestone, below it. */
  action?(row: TimelineRow, milestone: Milestone, item: PlanItem): ReactNode;
}

export function TimelineTable({ network, items, named, action }: Props) {
  const t = useT();
  const id = useId();
  const words = useWords();
  const now = useNow();
  const { rows } = network;
  const [{ filter }] = useLook();
  // Visits are counted where none of them is left out.
  const countedTo = network.visitsAYear > 0 && isOfAllVisits(filter) ? yearNow(network) : 0;
  const years = useMemo(() => visitYearsOf(network, countedTo), [network, countedTo]);
  const own = new Map(network.milestones.map((milestone) => [milestone.itemId, milestone]));
  const byRow = useMemo(
    () => rows.map((row) => new Map(row.milestones.map((milestone) => [milestone.itemId, milestone]))),
    [rows],
  );
  return (
    <section className={styles.section}>
      <h2 id={id} className={named ? undefined : 'visually-hidden'} lang={named ? 'en' : undefined}>
        {named ? network.name : t('timeline.table')}
      </h2>
      {/* What scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroll} role="region" aria-labelledby={id} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('timeline.milestone')}</th>
              {rows.map(({ partnership, lastToldAt }) => (
                <th key={partnership.id} scope="col">
                  <Link to="/p/$partnershipSlug" params={{ partnershipSlug: partnership.slug }}>
                    {partnership.name}
                  </Link>
                  <span className={styles.more}>{words.told({ lastToldAt }, now)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => {
              const { text, lang } = words.name(item);
              const milestone = own.get(item.id);
              return (
                <tr key={item.id}>
                  <th scope="row">
                    <span lang={lang}>{text}</span>
                    <span className={styles.more}>
                      {t(`milestone_kind.${item.kind}`)}
                      {item.deadline && `, ${words.clock(item)}`}
                      {item.scope === 'partnership' && (
                        <Progress milestones={byRow.flatMap((of) => of.get(item.id) ?? [])} />
                      )}
                    </span>
                  </th>
                  {item.scope === 'network' ? (
                    <td colSpan={Math.max(1, rows.length)} className={styles.whole}>
                      {milestone && <MilestoneCell milestone={milestone} about={text} />}
                    </td>
                  ) : (
                    rows.map((row, n) => {
                      const one = byRow[n]?.get(item.id);
                      return (
                        <td key={row.partnership.id}>
                          {one && (
                            <>
                              <MilestoneCell milestone={one} about={`${text}, ${row.partnership.name}`} />
                              {action?.(row, one, item)}
                            </>
                          )}
                        </td>
                      );
                    })
                  )}
                </tr>
              );
            })}
            {years.map(({ year, visits }) => (
              <tr key={`year-${year}`}>
                <th scope="row">{t('timeline.visits_of_year', { year })}</th>
                {rows.map(({ partnership, visits: all }) => (
                  <td key={partnership.id}>
                    {year <= countedTo && !isOver(partnership.status) && (
                      <span className={styles.held}>
                        {t('timeline.held_of', {
                          held: visitsHeld(all, network.startsOn, year),
                          wanted: network.visitsAYear,
                        })}
                      </span>
                    )}
                    {visits.get(partnership.id)?.map((visit) => (
                      <VisitCell key={visit.id} visit={visit} />
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function isOfAllVisits({ kind, state }: TimelineFilter): boolean {
  return state === undefined && (kind === undefined || kind === 'visit');
}

function isOver(status: PartnershipStatus): boolean {
  return status === 'withdrawn' || status === 'completed';
}

/** How many of those whom it concerns have done it. */
function Progress({ milestones }: { milestones: readonly Milestone[] }) {
  const t = useT();
  const meant = milestones.filter(({ state }) => state !== 'not_applicable');
  if (meant.length === 0) return null;
  return (
    <>, {t('timeline.done_of', { done: meant.filter(({ state }) => state === 'done').length, all: meant.length })}</>
  );
}

function MilestoneCell({ milestone, about }: { milestone: Milestone; about: string }) {
  const t = useT();
  const words = useWords();
  const standing = standingOf(milestone);
  const day = dateOf(milestone);
  return (
    <MilestoneLink milestone={milestone} className={styles.cell}>
      <span className="visually-hidden">{about}: </span>
      <StateTag standing={standing} />
      <time dateTime={day}>{words.date(day)}</time>
      {day !== milestone.plannedOn && (
        <span className={styles.more}>{t('timeline.planned_on', { date: words.date(milestone.plannedOn) })}</span>
      )}
    </MilestoneLink>
  );
}

function VisitCell({ visit }: { visit: VisitCard }) {
  const words = useWords();
  return (
    <VisitLink visit={visit} className={styles.cell}>
      <span className="visually-hidden">{words.visitName(visit)}: </span>
      <VisitTag state={visit.state} />
      <span>{words.days(visit)}</span>
    </VisitLink>
  );
}
