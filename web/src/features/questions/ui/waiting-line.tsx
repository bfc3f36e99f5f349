/** Since when an answer is waited for, by when it is due, and whether that day is over. */
import type { QuestionCard } from '@hub/contracts';
import { CircleAlert, Hourglass } from 'lucide-react';
import { useFormats, useT } from '../../../i18n';
import { useNow } from '../../../ui';
import { useDay } from '../use-day';
import { daysWaited, lastMinute } from '../waiting';
import styles from './waiting-line.module.css';

export function WaitingLine({ of: { waitingSince, target } }: { of: Pick<QuestionCard, 'waitingSince' | 'target'> }) {
  const t = useT();
  const { full, upcoming } = useFormats();
  const day = useDay();
  const now = useNow();
  if (waitingSince === null) return null;
  const due = target ? lastMinute(target) : undefined;
  // Its time passes while the page is open, too.
  const late = target !== null && (target.late || (target.at !== null && Date.parse(target.at) <= now));
  return (
    <p className={styles.waiting} data-late={late || undefined}>
      {late ? <CircleAlert aria-hidden size={16} /> : <Hourglass aria-hidden size={16} />}
      <span>
        <time dateTime={waitingSince} title={full(waitingSince)}>
          {t('questions.waiting_since', { date: day(waitingSince), days: daysWaited(waitingSince, now) })}
        </time>
        {due !== undefined && (
          <>
            {' '}
            <time dateTime={due} title={full(due)}>
              {t(late ? 'questions.was_due' : 'questions.due', { moment: upcoming(due) })}
            </time>
          </>
        )}
        {target && target.at === null && <> {t('questions.paused')}</>}
      </span>
    </p>
  );
}
