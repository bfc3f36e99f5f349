/** The way up from a page, as links in reading order. */
import type { ReactNode } from 'react';
import { useT } from '../i18n';
import styles from './path.module.css';

export function Path({ children }: { children: ReactNode }) {
  const t = useT();
  return (
    <nav aria-label={t('nav.path')} className={styles.path}>
      {children}
    </nav>
  );
}
