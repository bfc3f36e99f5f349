/** For how many people the moment lies at night, and where that is. */
import type { AudienceCount } from '@hub/contracts';
import { useFormats, useT } from '../../../i18n';
import styles from './form.module.css';

interface Props {
  nights: AudienceCount['nights'];
  later: boolean;
}

const mostZones = 6;

export function NightWarning({ nights, later }: Props) {
  const t = useT();
  const { zoneCity } = useFormats();
  const people = nights.reduce((sum, one) => sum + one.people, 0);
  return (
    <div role="status">
      {people > 0 && (
        <div className={styles.night}>
          <p>
            <strong>{t(later ? 'broadcasts.night_then' : 'broadcasts.night_now', { people })}</strong>
          </p>
          <ul>
            {nights.slice(0, mostZones).map(({ timeZone, localTime, people: there }) => (
              <li key={timeZone}>
                {t('broadcasts.night_in', { people: there, place: zoneCity(timeZone), time: localTime })}
              </li>
            ))}
            {nights.length > mostZones && <li>{t('broadcasts.night_more', { count: nights.length - mostZones })}</li>}
          </ul>
          <p>{t('broadcasts.night_hint')}</p>
        </div>
      )}
    </div>
  );
}
