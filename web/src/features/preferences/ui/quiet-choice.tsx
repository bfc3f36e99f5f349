/** Hours, days and holidays on which nobody writes to the reader, by the reader's own clock. */
import type { Preferences, PreferencesChange } from '@hub/contracts';
import { Line } from '../../../forms/inputs';
import { useFormats, useT } from '../../../i18n';
import { Link } from '../../../router';
import { useNow } from '../../../ui';
import sections from '../../../ui/sections.module.css';
import styles from './preferences.module.css';
import { useWeekdays } from './use-weekdays';

interface Props {
  value: PreferencesChange;
  known: Preferences;
  problem(field: 'quietFrom' | 'quietUntil'): string | undefined;
  onChange(change: Partial<PreferencesChange>): void;
}

export function QuietChoice({ value, known, problem, onChange }: Props) {
  const t = useT();
  const { time, zoneCity } = useFormats();
  const now = useNow();
  const { quietFrom, quietUntil } = value;
  const line = (field: 'quietFrom' | 'quietUntil') => ({
    id: `preferences-${field}`,
    type: 'time',
    problem: problem(field),
    value: value[field],
    onChange: (chosen: string) => onChange({ [field]: chosen }),
  });
  return (
    <section className={sections.section} aria-labelledby="quiet">
      <h2 id="quiet">{t('preferences.quiet_heading')}</h2>
      <p className={sections.lead}>
        {t('preferences.quiet_hint', { place: zoneCity(known.timeZone), time: time(now, known.timeZone) })}{' '}
        <Link to="/settings">{t('preferences.zone')}</Link>
      </p>
      <div className={styles.row}>
        <Line {...line('quietFrom')} label={t('preferences.quiet_from')} />
        <Line {...line('quietUntil')} label={t('preferences.quiet_until')} />
      </div>
      {quietFrom === quietUntil && <p className={styles.note}>{t('preferences.quiet_none')}</p>}
      <Days value={value.quietDays} onChange={(quietDays) => onChange({ quietDays })} />
      <Holidays known={known} value={value.quietHolidays} onChange={(quietHolidays) => onChange({ quietHolidays })} />
    </section>
  );
}

function Days({ value, onChange }: { value: readonly number[]; onChange(days: number[]): void }) {
  const t = useT();
  const weekdays = useWeekdays();
  const toggled = (day: number) => (value.includes(day) ? value.filter((one) => one !== day) : [...value, day]);
  return (
    <fieldset className={styles.days} aria-describedby={value.length === 7 ? 'all-quiet' : undefined}>
      <legend>{t('preferences.quiet_days')}</legend>
      <div className={styles.week}>
        {weekdays.map((name, index) => (
          <label key={name} className={styles.check}>
            <input type="checkbox" checked={value.includes(index + 1)} onChange={() => onChange(toggled(index + 1))} />
            {name}
          </label>
        ))}
      </div>
      {value.length === 7 && (
        <p id="all-quiet" className={styles.note}>
          {t('preferences.quiet_days_all')}
        </p>
      )}
    </fieldset>
  );
}

function Holidays({ known, value, onChange }: { known: Preferences; value: boolean; onChange(quiet: boolean): void }) {
  const t = useT();
  const { countryName, date } = useFormats();
  const { country, nextHoliday } = known;
  const hint =
    country === null
      ? t('preferences.holidays_unknown_hint')
      : nextHoliday && t('preferences.holidays_next', { name: nextHoliday.name, date: date(nextHoliday.on) });
  return (
    <div>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={value}
          aria-describedby={hint ? 'holidays-hint' : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        {country === null
          ? t('preferences.holidays_unknown')
          : t('preferences.holidays', { country: countryName(country) })}
      </label>
      {hint && (
        <p id="holidays-hint" className={styles.note}>
          {hint}
        </p>
      )}
    </div>
  );
}
