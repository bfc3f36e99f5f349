/** What was corrected since it was first sent, the latest before the text, all of it unfolded. */
import type { BroadcastPage } from '@hub/contracts';
import { useFormats, useT } from '../../../i18n';
import sections from '../../../ui/sections.module.css';
import pages from '../../../ui/pages.module.css';
import styles from './broadcasts.module.css';

export function Versions({ page: { versions } }: { page: BroadcastPage }) {
  const t = useT();
  const { full } = useFormats();
  const byNumber = versions.toSorted((a, b) => b.version - a.version);
  const [latest] = byNumber;
  if (!latest || latest.version === 1) return null;
  return (
    <div className={styles.note}>
      <p>
        <strong>{t('broadcasts.correction')}</strong> <span dir="auto">{latest.note}</span>
      </p>
      <details>
        <summary className={sections.summary}>{t('broadcasts.versions', { count: versions.length })}</summary>
        <ol className={pages.list}>
          {byNumber.map(({ version, author, at, note, again }) => (
            <li key={version} className={styles.item}>
              <p className={styles.facts}>
                <strong>{t('broadcasts.version', { version })}</strong>
                <span>{author.name}</span>
                <time dateTime={at}>{full(at)}</time>
              </p>
              <p dir="auto">{version === 1 ? t('broadcasts.version_first') : note}</p>
              {again && <p className={pages.hint}>{t('broadcasts.asked_again')}</p>}
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}
