/** A milestone or a visit within a text: what it is called, whose it is, how it stands and on which day, as of now. */
import type { Mark } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { Flag, UsersRound } from 'lucide-react';
import { useFormats, useLocale, useT } from '../../../i18n';
import { Link } from '../../../router';
import { dayOf, languageOf, nameOf, standingOf } from '../marks';
import { useMarksCache } from '../marks-cache';
import styles from './mark-card.module.css';

interface Props {
  mark: { kind: Mark['kind']; id: string };
  /** What is said of it until more is known. */
  word: string;
}

export function MarkCard({ mark: { kind, id }, word }: Props) {
  const t = useT();
  const { data } = useQuery(useMarksCache().mark(id));
  if (data === undefined) return word;
  // Whatever it is, it is not what the token says.
  if (data?.kind !== kind) return <span className={styles.hidden}>{t(`mark.hidden_${kind}`)}</span>;
  return <Card mark={data} />;
}

function Card({ mark }: { mark: Mark }) {
  const t = useT();
  const locale = useLocale();
  const { date } = useFormats();
  const { key, tone } = standingOf(mark);
  const inside = (
    <>
      {mark.kind === 'milestone' ? <Flag aria-hidden size={15} /> : <UsersRound aria-hidden size={15} />}
      <span className={styles.name} lang={mark.kind === 'milestone' ? languageOf(mark.names, locale) : undefined}>
        {nameOf(mark, locale, t)}
      </span>{' '}
      {mark.partnership && <span className={styles.whose}>{mark.partnership.name}</span>}{' '}
      <span className={styles.standing} data-tone={tone}>
        {t(key)}
      </span>{' '}
      <span className={styles.day}>
        {mark.kind === 'milestone' ? date(dayOf(mark.milestone)) : days(mark.visit, date)}
      </span>
    </>
  );
  return mark.kind === 'milestone' ? (
    <Link to="/m/$milestoneId" params={{ milestoneId: mark.milestone.id }} className={styles.card}>
      {inside}
    </Link>
  ) : (
    <Link to="/v/$visitId" params={{ visitId: mark.visit.id }} className={styles.card}>
      {inside}
    </Link>
  );
}

function days({ startsOn, endsOn }: { startsOn: string; endsOn: string }, date: (day: string) => string): string {
  return startsOn === endsOn ? date(startsOn) : `${date(startsOn)} – ${date(endsOn)}`;
}
