import type { Locale } from '@hub/contracts';
import { activate, localeNames, useLocale, useT } from '../../../i18n';
import { keepLocale } from '../visitor-locale';
import styles from './sign-in.module.css';

export function LanguageSwitch() {
  const t = useT();
  const current = useLocale();
  return (
    <div role="group" aria-label={t('session.language')} className={styles.languages}>
      {(Object.keys(localeNames) as Locale[]).map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-pressed={locale === current}
          onClick={() =>
            void activate(locale)
              .then(() => keepLocale(locale))
              .catch(() => undefined)
          }
        >
          {localeNames[locale]}
        </button>
      ))}
    </div>
  );
}
