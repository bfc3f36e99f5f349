/** The timeline as a list by date: what is late, then every month that comes, and behind a fold what has been. */
import type { TimelineNetwork } from '@hub/contracts';
import { useMemo } from 'react';
import { useFormats, useT } from '../../../i18n';
import { entriesOf, type Entry } from '../entries';
import { isOpen } from '../standing';
import { useWords } from '../use-words';
import { StateTag, VisitTag } from './state-tag';
import styles from './timeline-list.module.css';
import { MilestoneLink, VisitLink } from './thing-link';

interface Props {
  networks: readonly TimelineNetwork[];
  today: string;
  /** There are several, so that each needs its name. */
  named: boolean;
}

export function TimelineList({ networks, today, named }: Props) {
  const t = useT();
  const { month: monthName } = useFormats();
  const { late, coming, past } = useMemo(() => entriesOf(networks, today), [networks, today]);
  const shared = { today, named };
  return (
    <div className={styles.list}>
      {late.length > 0 && <Stretch id="late" title={t('timeline.late_ones')} entries={late} {...shared} />}
      {coming.map(({ month, entries }) => (
        <Stretch key={month} id={month} title={monthName(`${month}-01`)} entries={entries} {...shared} />
      ))}
      {past.length > 0 && (
        <details className={styles.past} open={late.length + coming.length === 0 || undefined}>
          <summary>{t('timeline.past', { count: past.length })}</summary>
          <Entries entries={past} {...shared} />
        </details>
      )}
    </div>
  );
}

interface StretchProps {
  entries: readonly Entry[];
  today: string;
  named: boolean;
}

function Stretch({ id, title, ...rest }: StretchProps & { id: string; title: string }) {
  return (
    <section aria-labelledby={`month-${id}`} className={styles.month} data-late={id === 'late' || undefined}>
      <h2 id={`month-${id}`}>{title}</h2>
      <Entries {...rest} />
    </section>
  );
}

function Entries({ entries, today, named }: StretchProps) {
  return (
    <ul>
      {entries.map((entry) => (
        <EntryLine key={entry.id} entry={entry} today={today} named={named} />
      ))}
    </ul>
  );
}

function EntryLine({ entry, today, named }: { entry: Entry; today: string; named: boolean }) {
  const t = useT();
  const words = useWords();
  const { row, network } = entry;
  return (
    <li className={styles.entry}>
      <time dateTime={entry.on}>{words.date(entry.on)}</time>
      <div>
        {'visit' in entry ? (
          <VisitLink visit={entry.visit}>{words.visitName(entry.visit)}</VisitLink>
        ) : (
          <MilestoneLink milestone={entry.milestone} lang={words.name(entry.item).lang}>
            {words.name(entry.item).text}
          </MilestoneLink>
        )}
        <p className={styles.whose}>
          <span>{row ? row.partnership.name : t('timeline.whole_network')}</span>
          {named && <span lang="en">{network.name}</span>}
        </p>
      </div>
      <div className={styles.state}>
        {'visit' in entry ? <VisitTag state={entry.visit.state} /> : <StateTag standing={entry.standing} />}
        <More entry={entry} today={today} />
      </div>
    </li>
  );
}

function More({ entry, today }: { entry: Entry; today: string }) {
  const t = useT();
  const words = useWords();
  if ('visit' in entry)
    return entry.visit.startsOn === entry.visit.endsOn ? null : (
      <span className={styles.more}>{t('timeline.until', { date: words.date(entry.visit.endsOn) })}</span>
    );
  const { milestone, item } = entry;
  const moved = milestone.plannedOn !== entry.on;
  return (
    <span className={styles.more}>
      {[
        words.distance(milestone, today),
        isOpen(entry.standing) && words.clock(item),
        moved && t('timeline.planned_on', { date: words.date(milestone.plannedOn) }),
      ]
        .filter(Boolean)
        .join(', ')}
    </span>
  );
}
