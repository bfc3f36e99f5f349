/** The themes and tags that there are notes of, with how many; the one that is chosen is let go by choosing it again. */
import type { NoteList } from '@hub/contracts';
import { useCollator, useLocale, useT } from '../../../i18n';
import { Link, useSearch } from '../../../router';
import styles from './knowledge.module.css';

export function Shelves({ themes, tags }: NonNullable<NoteList['shelves']>) {
  const t = useT();
  const locale = useLocale();
  const collator = useCollator();
  const { theme, tag, words } = useSearch('/knowledge');
  const offered = [...tags].sort((a, b) => collator.compare(a.names[locale], b.names[locale]));
  if (themes.length === 0) return null;
  return (
    <div className={styles.shelves}>
      <nav aria-label={t('knowledge.by_theme')}>
        <h2>{t('knowledge.by_theme')}</h2>
        <ul className={styles.shelf}>
          {themes.map(({ slug, names, notes }) => (
            <li key={slug}>
              <Link
                to="/knowledge"
                search={{ theme: slug === theme ? undefined : slug, tag, words }}
                className={styles.choice}
                data-chosen={slug === theme || undefined}
              >
                {names[locale]} <Count of={notes} chosen={slug === theme} />
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {offered.length > 0 && (
        <nav aria-label={t('knowledge.by_tag')}>
          <h2>{t('knowledge.by_tag')}</h2>
          <ul className={styles.shelf}>
            {offered.map(({ id, names, notes }) => (
              <li key={id}>
                <Link
                  to="/knowledge"
                  search={{ theme, tag: id === tag ? undefined : id, words }}
                  className={styles.choice}
                  data-chosen={id === tag || undefined}
                >
                  {names[locale]} <Count of={notes} chosen={id === tag} />
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}

function Count({ of, chosen }: { of: number; chosen: boolean }) {
  const t = useT();
  return (
    <>
      <span aria-hidden className={styles.number}>
        {of}
      </span>
      <span className="visually-hidden">
        {t('knowledge.notes', { count: of })}
        {chosen && `, ${t('knowledge.chosen')}`}
      </span>
    </>
  );
}
