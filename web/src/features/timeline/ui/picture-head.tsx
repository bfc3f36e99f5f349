/** Years and quarters above the picture; every mark tells its own day, so they are for the eyes. */
import { useT } from '../../../i18n';
import type { Axis, Column } from '../axis';
import styles from './picture.module.css';

const percent = (part: number) => `${100 * part}%`;

const across = ({ from, to }: Column) => ({ insetInlineStart: percent(from), inlineSize: percent(to - from) });

export function PictureHead({ axis }: { axis: Axis }) {
  const t = useT();
  return (
    <div className={styles.head} aria-hidden>
      <div className={styles.corner} />
      <div className={styles.scale}>
        {axis.years.map((year) => (
          <div key={year.number} className={styles.year} style={across(year)}>
            <span>{axis.kind === 'calendar' ? year.number : t('network.year', { year: year.number })}</span>
          </div>
        ))}
        {axis.quarters.map((quarter) => (
          <div key={quarter.from} className={styles.quarter} style={across(quarter)}>
            <span>
              {quarter.quarter === undefined
                ? t('timeline.month_short', { month: quarter.number })
                : t('timeline.quarter_short', { quarter: quarter.quarter })}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
