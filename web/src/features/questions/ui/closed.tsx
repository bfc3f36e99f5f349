/** Why a question was closed, by whom, and where its answer is. */
import type { QuestionPage } from '@hub/contracts';
import { useFormats, useT } from '../../../i18n';
import { Link } from '../../../router';
import pages from '../../../ui/pages.module.css';
import { useDay } from '../use-day';
import boxes from './boxes.module.css';

export function Closed({ closed }: { closed: NonNullable<QuestionPage['closed']> }) {
  const t = useT();
  const { full } = useFormats();
  const day = useDay();
  const { as, by, at, reason, duplicateOf } = closed;
  return (
    <div className={boxes.note}>
      <p>
        <strong>{t(`question_closed.${as}`)}</strong>
      </p>
      {reason !== '' && <p dir="auto">{reason}</p>}
      {duplicateOf && (
        <p>
          <Link to="/q/$questionId" params={{ questionId: duplicateOf.id }} dir="auto">
            {duplicateOf.title}
          </Link>
        </p>
      )}
      <p className={pages.hint}>
        <time dateTime={at} title={full(at)}>
          {t('questions.closed_by', { name: by.name, date: day(at) })}
        </time>
      </p>
    </div>
  );
}
