/** Who is answerable, since when somebody waits, and until when an answer is due, by the reader's clock and by theirs. */
import type { QuestionPage } from '@hub/contracts';
import { CirclePause, UserRound } from 'lucide-react';
import { useFormats, useT } from '../../../i18n';
import pages from '../../../ui/pages.module.css';
import { useProfile } from '../../session';
import { useDay } from '../use-day';
import { WaitingLine } from './waiting-line';
import boxes from './boxes.module.css';
import waiting from './waiting-line.module.css';

export function Standing({ page }: { page: QuestionPage }) {
  const t = useT();
  const { date, zoneCity } = useFormats();
  const day = useDay();
  const { id: readerId, timeZone } = useProfile();
  const { state, responsible, target, pausedSince, waitingSince } = page;
  const who = responsible
    ? responsible.id === readerId
      ? t('questions.answerable_you')
      : t('questions.answerable', { name: responsible.name })
    : state === 'open'
      ? t('questions.answerable_none')
      : undefined;
  if (state === 'closed' || state === 'accepted' || (who === undefined && waitingSince === null)) return null;
  return (
    <section aria-labelledby="standing" className={boxes.box}>
      <h2 id="standing" className="visually-hidden">
        {t('questions.standing')}
      </h2>
      {who !== undefined && (
        <p className={waiting.waiting}>
          <UserRound aria-hidden size={16} />
          <span>{who}</span>
        </p>
      )}
      <WaitingLine of={pausedSince === null ? page : { waitingSince, target: null }} />
      {target?.on && target.timeZone !== timeZone && (
        <p className={pages.hint}>
          {t('questions.target_there', { date: date(target.on), place: zoneCity(target.timeZone) })}
        </p>
      )}
      {pausedSince !== null && (
        <p className={waiting.waiting}>
          <CirclePause aria-hidden size={16} />
          <span>{t('questions.paused_since', { date: day(pausedSince) })}</span>
        </p>
      )}
    </section>
  );
}
