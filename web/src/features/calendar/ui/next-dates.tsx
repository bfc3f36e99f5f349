/** The dates of the first page: what is late, what is due, who travels, and how the networks fare that one keeps. */
import type { NextDate, NextVisit, TimelineNext } from '@hub/contracts';
import { lessonsDueOn } from '@hub/contracts/visit-rules';
import { CircleAlert, Clock, Flag, NotebookPen, UsersRound } from 'lucide-react';
import type { ComponentType, ReactNode } from 'react';
import { useFormats, useLocale, useT } from '../../../i18n';
import { Link } from '../../../router';
import { Failed } from '../../../ui';
import { daysBetween } from '../days-between';
import { useNext } from '../use-next';
import styles from './next-dates.module.css';

export function NextDates() {
  const t = useT();
  const { data, error, refetch } = useNext();
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <div className={styles.coming} />;
  const rows = rowsOf(data);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="dates" className={styles.section}>
      <h2 id="dates">{t('next.title')}</h2>
      <ul className={styles.rows}>{rows}</ul>
    </section>
  );
}

function rowsOf({ today, late, lateCount, deadline, visit, lessons, networks }: TimelineNext): ReactNode[] {
  return [
    ...networks.map(
      ({ network, watch }) => watch && <Watch key={`watch ${network.slug}`} network={network} watch={watch} />,
    ),
    ...late.map((date, n) => (
      <Due key={date.id} date={date} today={today} others={n === late.length - 1 ? lateCount - late.length : 0} />
    )),
    deadline && <Due key={deadline.id} date={deadline} today={today} others={0} />,
    visit && <Visit key={visit.id} visit={visit} today={today} />,
    ...lessons.map((one) => <Lessons key={`lessons ${one.id}`} visit={one} today={today} />),
    ...networks.flatMap((one) => [
      one.next && <Due key={one.next.id} date={one.next} today={today} others={0} />,
      one.visit && <Visit key={one.visit.id} visit={one.visit} today={today} />,
    ]),
  ].filter((row) => row !== null);
}

interface RowProps {
  icon: ComponentType<{ size: number; 'aria-hidden': true }>;
  bad?: boolean;
  title: ReactNode;
  about: ReactNode;
  when?: ReactNode;
}

function Row({ icon: Icon, bad = false, title, about, when }: RowProps) {
  return (
    <li className={styles.row} data-bad={bad || undefined}>
      <Icon aria-hidden size={19} />
      <div className={styles.what}>
        <p className={styles.title}>{title}</p>
        <p className={styles.about}>{about}</p>
      </div>
      {when !== undefined && <p className={styles.when}>{when}</p>}
    </li>
  );
}

interface DueProps {
  date: NextDate;
  today: string;
  /** How many more are late than are shown. */
  others: number;
}

function Due({ date: { id, names, on, deadline, late, network, partnership }, today, others }: DueProps) {
  const t = useT();
  const locale = useLocale();
  const { date, zoneCity } = useFormats();
  const left = daysBetween(today, on);
  const clock = deadline && t('next.clock', { time: deadline.time, place: zoneCity(deadline.timeZone) });
  const label = late ? 'next.late' : partnership ? 'next.deadline' : 'next.network';
  return (
    <Row
      icon={late ? CircleAlert : Clock}
      bad={late}
      title={
        <Link to="/m/$milestoneId" params={{ milestoneId: id }} lang={names[locale] === undefined ? 'en' : undefined}>
          {names[locale] ?? names.en}
        </Link>
      }
      about={
        <>
          <strong>{t(label)}</strong>
          {` · ${(partnership ?? network).name}`}
          {others > 0 && ` · ${t('next.more_late', { count: others })}`}
        </>
      }
      when={
        <>
          <time dateTime={on}>{date(on)}</time>
          {clock && <span>{clock}</span>}
          <strong>{late ? t('next.days_late', { count: -left }) : t('next.days_left', { count: left })}</strong>
        </>
      }
    />
  );
}

/** A visit that was held, of which nobody wrote down yet what was learned. */
function Lessons({ visit, today }: { visit: NextVisit; today: string }) {
  const t = useT();
  const { date } = useFormats();
  const dueOn = lessonsDueOn(visit) ?? visit.endsOn;
  const left = daysBetween(today, dueOn);
  return (
    <Row
      icon={NotebookPen}
      bad={left < 0}
      title={<VisitLink visit={visit} />}
      about={
        <>
          <strong>{t('next.lessons')}</strong>
          {` · ${visit.partnership.name}`}
        </>
      }
      when={
        <>
          <time dateTime={dueOn}>{date(dueOn)}</time>
          <strong>{left < 0 ? t('next.days_late', { count: -left }) : t('next.days_left', { count: left })}</strong>
        </>
      }
    />
  );
}

function VisitLink({ visit: { id, host, hostSide } }: { visit: NextVisit }) {
  const t = useT();
  return (
    <Link to="/v/$visitId" params={{ visitId: id }}>
      {host === null ? t(`next.visit_host.${hostSide}`) : t('next.visit_in', { host })}
    </Link>
  );
}

function Visit({ visit, today }: { visit: NextVisit; today: string }) {
  const t = useT();
  const { date } = useFormats();
  const { startsOn, endsOn, state, partnership } = visit;
  const left = daysBetween(today, startsOn);
  return (
    <Row
      icon={UsersRound}
      title={<VisitLink visit={visit} />}
      about={
        <>
          <strong>{t('next.visit')}</strong>
          {` · ${partnership.name}`}
          {state === 'planned' && ` · ${t('next.visit_planned')}`}
        </>
      }
      when={
        <>
          <time dateTime={startsOn}>
            {startsOn === endsOn ? date(startsOn) : t('next.from_to', { first: date(startsOn), last: date(endsOn) })}
          </time>
          <strong>{left < 0 ? t('next.under_way') : t('next.days_left', { count: left })}</strong>
        </>
      }
    />
  );
}

type Network = TimelineNext['networks'][number];

function Watch({ network, watch }: { network: Network['network']; watch: NonNullable<Network['watch']> }) {
  const t = useT();
  const { list } = useFormats();
  const { late, atRisk, silent } = watch;
  const said = [
    late > 0 && t('next.watch_late', { count: late }),
    atRisk > 0 && t('next.watch_at_risk', { count: atRisk }),
    silent > 0 && t('next.watch_silent', { count: silent }),
  ].filter((one) => one !== false);
  return (
    <Row
      icon={Flag}
      bad={late > 0}
      title={
        <Link to="/n/$networkSlug/board" params={{ networkSlug: network.slug }}>
          {t('next.board', { network: network.name })}
        </Link>
      }
      about={<strong>{said.length === 0 ? t('next.watch_calm') : list(said)}</strong>}
    />
  );
}
