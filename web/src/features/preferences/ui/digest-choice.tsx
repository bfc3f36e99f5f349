/** Whether and when the digest comes. */
import type { PreferencesChange } from '@hub/contracts';
import { Choice, Line } from '../../../forms/inputs';
import { useT } from '../../../i18n';
import sections from '../../../ui/sections.module.css';
import styles from './preferences.module.css';
import { useWeekdays } from './use-weekdays';

interface Props {
  value: PreferencesChange;
  problem(field: 'digestAt'): string | undefined;
  onChange(change: Partial<PreferencesChange>): void;
}

export function DigestChoice({ value: { digest, digestAt, digestWeekday }, problem, onChange }: Props) {
  const t = useT();
  const weekdays = useWeekdays();
  return (
    <section className={sections.section} aria-labelledby="digest">
      <h2 id="digest">{t('preferences.digest_heading')}</h2>
      <p className={sections.lead}>{t('preferences.digest_hint')}</p>
      <div className={styles.row}>
        <Choice
          id="preferences-digest"
          label={t('preferences.digest_when')}
          problem={undefined}
          value={digest}
          onChange={(chosen) => onChange({ digest: chosen as PreferencesChange['digest'] })}
        >
          {(['off', 'daily', 'weekly'] as const).map((often) => (
            <option key={often} value={often}>
              {t(`preferences.digest.${often}`)}
            </option>
          ))}
        </Choice>
        {digest === 'weekly' && (
          <Choice
            id="preferences-digestWeekday"
            label={t('preferences.digest_weekday')}
            problem={undefined}
            value={String(digestWeekday)}
            onChange={(day) => onChange({ digestWeekday: Number(day) })}
          >
            {weekdays.map((name, index) => (
              <option key={name} value={index + 1}>
                {name}
              </option>
            ))}
          </Choice>
        )}
        {digest !== 'off' && (
          <Line
            id="preferences-digestAt"
            type="time"
            label={t('preferences.digest_at')}
            problem={problem('digestAt')}
            value={digestAt}
            onChange={(time) => onChange({ digestAt: time })}
          />
        )}
      </div>
      {digest === 'off' && <p className={styles.note}>{t('preferences.digest_off_hint')}</p>}
    </section>
  );
}
