/** A role over time in words: where it is held, from when to when, and how soon it ends. */
import type { RoleTerm } from '@hub/contracts';
import { useFormats, useT, type Translate } from '../../../i18n';
import { useNow } from '../../../ui';
import { daysLeft, lastOn, warnedDays } from '../last-day';
import styles from './care.module.css';

export function TermWhere({ term }: { term: RoleTerm }) {
  const t = useT();
  const { network, partnership, side } = term;
  if (!network) return <span className={styles.where}>{t('term.hub')}</span>;
  return (
    <span className={styles.where}>
      <span lang="en">{partnership ? `${partnership.name}, ${network.name}` : network.name}</span>
      {side && `, ${t(`side.${side}`)}`}
    </span>
  );
}

export function TermTime({ term }: { term: RoleTerm }) {
  const t = useT();
  const { date } = useFormats();
  const days = daysLeft(term, useNow());
  return (
    <span className={styles.time}>
      {timeText(t, date, term)}
      {days !== undefined && days <= warnedDays && (
        <>
          {' '}
          <span className={styles.soon}>{t('term.ends_soon', { days })}</span>
        </>
      )}
    </span>
  );
}

function timeText(t: Translate, date: (plain: string) => string, term: RoleTerm): string {
  const from = date(term.fromOn);
  const last = lastOn(term);
  if (term.over) return t('term.ended', { from, until: date(term.untilOn ?? term.fromOn) });
  if (last !== null) return t('term.from_to', { from, last: date(last) });
  return t(term.current ? 'term.from' : 'term.begins', { from });
}

/** In one line, for names of links. */
export function placeText(t: Translate, { network, partnership }: RoleTerm): string {
  return partnership?.name ?? network?.name ?? t('term.hub');
}
