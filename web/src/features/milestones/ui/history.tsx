/** Every change of a milestone: who, when, why, from what to what. The latest can be taken back. */
import type { MilestoneChange, MilestonePage } from '@hub/contracts';
import { useFormats, useT } from '../../../i18n';
import { Moment } from '../../../ui';
import styles from './milestone-route.module.css';
import { Undo } from './undo';

export function History({ page: { milestone, changes, may } }: { page: MilestonePage }) {
  const t = useT();
  return (
    <section aria-labelledby="history" className={styles.section}>
      <h2 id="history" tabIndex={-1}>
        {t('milestone.history')}
      </h2>
      <ol className={styles.list}>
        {changes.map((change, n) => (
          <li key={change.version} className={styles.item}>
            <p className={styles.line}>
              <strong>{change.by?.name ?? t('milestone.by_plan')}</strong>
              <span className={styles.hint}>
                <Moment at={change.at} />
              </span>
              {change.undone && <span className={styles.hint}>{t('milestone.undone_mark')}</span>}
            </p>
            <What change={change} before={changes[n + 1]} plannedOn={milestone.plannedOn} />
            {change.reason !== '' && <p className={`${styles.text} ${styles.said}`}>{change.reason}</p>}
            {n === 0 && may.change && changes.length > 1 && (
              <div>
                <Undo milestone={milestone} again={change.undone} thenAt="history" />
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface WhatProps {
  change: MilestoneChange;
  before: MilestoneChange | undefined;
  plannedOn: string;
}

function What({ change, before, plannedOn }: WhatProps) {
  const t = useT();
  const { date } = useFormats();
  const expected = ({ forecastOn }: MilestoneChange) => date(forecastOn ?? plannedOn);
  if (!before) return <p>{t('milestone.change_planned', { date: date(plannedOn) })}</p>;
  const lines = [
    change.state !== before.state &&
      t('milestone.change_state', { from: t(`mark.${before.state}`), to: t(`mark.${change.state}`) }),
    change.forecastOn !== before.forecastOn &&
      t('milestone.change_day', { from: expected(before), to: expected(change) }),
    change.actualOn !== before.actualOn &&
      change.actualOn !== null &&
      t('milestone.change_done', { date: date(change.actualOn) }),
  ].filter((line) => line !== false);
  return lines.length === 0 ? <p>{t('milestone.change_other')}</p> : lines.map((line) => <p key={line}>{line}</p>);
}
