/** To whom a question would go, and by when an answer can be expected, by the reader's own clock. */
import { useFormats, useT } from '../../../i18n';
import { useProfile } from '../../session';
import { useExpectation } from '../use-questions';
import { useSettled } from '../use-settled';
import { lastMinute } from '../waiting';
import styles from './form.module.css';

export function Expected({ networkSlug, tagIds }: { networkSlug: string; tagIds: string[] }) {
  const t = useT();
  const { upcoming, zoneCity } = useFormats();
  const { timeZone } = useProfile();
  const settled = useSettled(tagIds.join(' '), 200);
  const { data } = useExpectation(networkSlug, settled === '' ? [] : settled.split(' '));
  const by = data && lastMinute(data.target);
  return (
    <section className={styles.expected} aria-labelledby="expected">
      <h2 id="expected">{t('questions.expected')}</h2>
      {data && (
        <p>
          {data.responsible
            ? t('questions.goes_to', { name: data.responsible.name, role: t(`role.${data.responsible.role}`) })
            : t('questions.goes_to_queue')}
        </p>
      )}
      {by !== undefined && (
        <p>
          <time dateTime={by}>{t('questions.expected_by', { moment: upcoming(by), place: zoneCity(timeZone) })}</time>
        </p>
      )}
    </section>
  );
}
