/** What a reader chooses for this device alone; it counts at once. */
import { choose, readAloudChoices, useDeviceChoices } from '../../../a11y';
import { useT } from '../../../i18n';
import styles from './profile.module.css';

export function DeviceForm() {
  const t = useT();
  const { readAloud, letterKeys } = useDeviceChoices();
  return (
    <section className={styles.group} aria-labelledby="device-heading">
      <h2 id="device-heading">{t('device.heading')}</h2>
      <p className={styles.hint}>{t('device.saved_at_once')}</p>
      <fieldset className={styles.choices}>
        <legend>{t('device.read_aloud')}</legend>
        {readAloudChoices.map((one) => (
          <label key={one} className={styles.choice}>
            <input
              type="radio"
              name="read-aloud"
              value={one}
              checked={readAloud === one}
              onChange={() => choose({ readAloud: one })}
            />
            {t(`device.read_aloud.${one}`)}
          </label>
        ))}
      </fieldset>
      <div className={styles.check}>
        <input
          id="device-letters"
          type="checkbox"
          checked={letterKeys}
          aria-describedby="device-letters-hint"
          onChange={(event) => choose({ letterKeys: event.target.checked })}
        />
        <div>
          <label htmlFor="device-letters">{t('device.letters')}</label>
          <p id="device-letters-hint" className={styles.hint}>
            {t('device.letters_hint')}
          </p>
        </div>
      </div>
    </section>
  );
}
