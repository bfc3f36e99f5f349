/** How far a network has come: a line of years, filled up to the month it is in. The words beside it say the same. */
import type { NetworkCard } from '@hub/contracts';
import { useFormats, useT } from '../../../i18n';
import styles from './year-bar.module.css';

const monthsOfYear = 12;

type Frame = Pick<NetworkCard, 'month' | 'months' | 'startsOn' | 'endsOn'>;

export function YearBar({ network, size = 's' }: { network: Frame; size?: 's' | 'l' }) {
  const t = useT();
  const { month: monthName } = useFormats();
  const { month, months, startsOn, endsOn } = network;
  const years = Array.from({ length: Math.ceil(months / monthsOfYear) }, (_, year) => ({
    length: Math.min(monthsOfYear, months - year * monthsOfYear),
    done: Math.min(Math.max(month - year * monthsOfYear, 0), monthsOfYear),
  }));
  return (
    <div className={styles.frame} data-size={size}>
      <p className={styles.words}>{monthText(t, network)}</p>
      <div className={styles.bar} aria-hidden>
        {years.map(({ length, done }, year) => (
          <div key={year} className={styles.year} style={{ flexGrow: length }}>
            <div className={styles.track}>
              <div className={styles.done} style={{ inlineSize: `${(100 * Math.min(done, length)) / length}%` }} />
            </div>
            {size === 'l' && <span className={styles.label}>{t('network.year', { year: year + 1 })}</span>}
          </div>
        ))}
      </div>
      {size === 'l' && (
        <p className={styles.ends}>
          <span>{monthName(startsOn)}</span>
          <span>{monthName(endsOn)}</span>
        </p>
      )}
    </div>
  );

  function monthText(text: typeof t, frame: Frame): string {
    if (frame.month < 1) return text('network.starts', { date: monthName(frame.startsOn) });
    if (frame.month > frame.months) return text('network.ended', { date: monthName(frame.endsOn) });
    return text('network.month', { month: frame.month, months: frame.months });
  }
}
