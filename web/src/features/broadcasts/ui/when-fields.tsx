/** Now, or on a day, at a time, on the clock of a place. */
import type { LocalMoment } from '@hub/contracts';
import forms from '../../../forms/forms.module.css';
import { Choice, Line } from '../../../forms/inputs';
import { useT } from '../../../i18n';
import { useProfile } from '../../session';
import { momentIn } from '../local-moment';
import { Pick } from './audience-fields';
import styles from './form.module.css';

interface Props {
  later: boolean;
  setLater(later: boolean): void;
  at: LocalMoment;
  setAt(at: LocalMoment): void;
  problem: string | undefined;
}

export function WhenFields({ later, setLater, at, setAt, problem }: Props) {
  const t = useT();
  const { timeZone } = useProfile();
  const zones = [...new Set([timeZone, at.timeZone, ...Intl.supportedValuesOf('timeZone')])];
  return (
    <fieldset className={forms.group}>
      <legend className="visually-hidden">{t('broadcasts.when')}</legend>
      <Pick type="radio" group="when" checked={!later} onPick={() => setLater(false)}>
        {t('broadcasts.when_now')}
      </Pick>
      <Pick type="radio" group="when" checked={later} onPick={() => setLater(true)}>
        {t('broadcasts.when_later')}
      </Pick>
      {later && (
        <div className={styles.when}>
          <Line
            id="when-day"
            type="date"
            label={t('broadcasts.when_day')}
            min={momentIn(at.timeZone).day}
            problem={problem}
            value={at.day}
            onChange={(day) => setAt({ ...at, day })}
          />
          <Line
            id="when-time"
            type="time"
            label={t('broadcasts.when_time')}
            problem={undefined}
            value={at.time}
            onChange={(time) => setAt({ ...at, time })}
          />
          <Choice
            id="when-zone"
            label={t('broadcasts.when_zone')}
            problem={undefined}
            value={at.timeZone}
            onChange={(zone) => setAt({ ...at, timeZone: zone })}
          >
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </Choice>
        </div>
      )}
    </fieldset>
  );
}
