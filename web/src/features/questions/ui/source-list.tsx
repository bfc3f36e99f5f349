/** Where an answer is written down. */
import type { AnswerSource } from '@hub/contracts';
import { useT } from '../../../i18n';
import styles from './source-list.module.css';

export function SourceList({ of }: { of: readonly AnswerSource[] }) {
  const t = useT();
  if (of.length === 0) return null;
  return (
    <div className={styles.sourceList}>
      <p>{t('questions.sources')}</p>
      <ul>
        {of.map(({ title, url }, n) => (
          <li key={n} dir="auto">
            {url === null ? (
              title
            ) : (
              <a href={url} rel="noreferrer nofollow" target="_blank">
                {title}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
