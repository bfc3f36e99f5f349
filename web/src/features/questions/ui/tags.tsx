/** What a question is about, in the hub's own words. */
import type { Tag } from '@hub/contracts';
import { useLocale, useT } from '../../../i18n';
import styles from './tags.module.css';

export function Tags({ of }: { of: readonly Tag[] }) {
  const t = useT();
  const locale = useLocale();
  if (of.length === 0) return null;
  return (
    <ul className={styles.tags} aria-label={t('questions.tags')}>
      {of.map(({ id, names }) => (
        <li key={id}>{names[locale]}</li>
      ))}
    </ul>
  );
}
