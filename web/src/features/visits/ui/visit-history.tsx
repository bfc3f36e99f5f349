/** Who changed a visit, when and why. The latest change can be taken back, by whoever may change it. */
import type { VisitChange, VisitPage } from '@hub/contracts';
import { useT } from '../../../i18n';
import { Button, Moment } from '../../../ui';
import { useWords } from './use-words';
import styles from './visits.module.css';

interface Props {
  page: VisitPage;
  busy: boolean;
  onUndo(): void;
}

export function VisitHistory({ page: { changes, may }, busy, onUndo }: Props) {
  const t = useT();
  return (
    <section aria-labelledby="history" className={styles.section}>
      <h2 id="history">{t('visits.history')}</h2>
      <ol className={styles.history}>
        {changes.map((change, index) => (
          <li key={change.version}>
            <p>
              <What change={change} before={changes[index + 1]} />
            </p>
            {change.reason !== '' && <p className={styles.reason}>{change.reason}</p>}
            <p className={styles.more}>
              {change.by.name}, <Moment at={change.at} />
            </p>
            {index === 0 && may.change && changes.length > 1 && (
              <Button look="quiet" busy={busy} className={styles.undo} onClick={onUndo}>
                {t(change.undone ? 'visits.redo' : 'visits.undo_latest')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What of state and days a change made other, or that it was something else. */
function What({ change, before }: { change: VisitChange; before: VisitChange | undefined }) {
  const t = useT();
  const words = useWords();
  const days = words.days(change);
  if (!before) return t('visits.history_planned', { days });
  const parts = [
    ...(change.undone ? [t('visits.history_undone')] : []),
    ...(change.state === before.state && change.cause === before.cause
      ? []
      : [
          [t(`visit_state.${change.state}`), change.cause && t(`visit_cause.${change.cause}`)]
            .filter(Boolean)
            .join(': '),
        ]),
    ...(days === words.days(before) ? [] : [t('visits.history_days', { days })]),
  ];
  return parts.length === 0 ? t('visits.history_plan') : parts.join('. ');
}
