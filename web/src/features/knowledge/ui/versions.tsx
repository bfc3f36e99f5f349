/** What was changed since the note was published, the latest first; each version stays to be read. */
import type { NotePage } from '@hub/contracts';
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import pages from '../../../ui/pages.module.css';
import { useDay } from '../../questions/forms';
import styles from './knowledge.module.css';

export function Versions({ note: { number, versions, version: shown, latest } }: { note: NotePage }) {
  const t = useT();
  const day = useDay();
  return (
    <section aria-labelledby="versions" className={pages.section}>
      <h2 id="versions">{t('knowledge.versions')}</h2>
      <ol className={pages.list}>
        {versions.toReversed().map(({ version, at, by, note }) => (
          <li key={version} className={styles.version}>
            <p className={styles.facts}>
              {version === shown ? (
                <strong>{t('knowledge.version_shown', { version })}</strong>
              ) : (
                <Link
                  to="/k/$number"
                  params={{ number: String(number) }}
                  search={{ version: version === latest ? undefined : version }}
                >
                  {t('knowledge.version', { version })}
                </Link>
              )}
              <span>{by.name}</span>
              <time dateTime={at}>{day(at)}</time>
            </p>
            <p dir="auto">{version === 1 ? t('knowledge.version_first') : note}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
