/** The planned day beside what became of it, never in its place. */
import type { Milestone, PlanItem } from '@hub/contracts';
import { useFormats, useT } from '../../../i18n';
import { daysBetween } from '../change';
import styles from './days.module.css';

interface Props {
  milestone: Milestone;
  deadline: PlanItem['deadline'];
}

export function Days({ milestone: { plannedOn, forecastOn, actualOn }, deadline }: Props) {
  const t = useT();
  const { zoneCity } = useFormats();
  return (
    <section aria-labelledby="days">
      <h2 id="days" className="visually-hidden">
        {t('milestone.days')}
      </h2>
      <dl className={styles.days}>
        <Day label={t('milestone.planned')} day={plannedOn} />
        <Day label={t('milestone.expected')} day={forecastOn} planned={plannedOn} none={t('milestone.as_planned')} />
        <Day label={t('milestone.done')} day={actualOn} planned={plannedOn} none={t('milestone.not_done')} />
      </dl>
      {deadline && (
        <p className={styles.clock}>
          {t('milestone.deadline', { time: deadline.time.slice(0, 5), zone: zoneCity(deadline.timeZone) })}
        </p>
      )}
    </section>
  );
}

function Day({ label, day, planned, none }: { label: string; day: string | null; planned?: string; none?: string }) {
  const t = useT();
  const { date } = useFormats();
  const off = day !== null && planned !== undefined ? daysBetween(planned, day) : 0;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {day === null ? <span className={styles.none}>{none}</span> : <time dateTime={day}>{date(day)}</time>}
        {off !== 0 && (
          <span className={styles.off}>
            {t(off > 0 ? 'milestone.days_later' : 'milestone.days_earlier', { count: Math.abs(off) })}
          </span>
        )}
      </dd>
    </div>
  );
}
