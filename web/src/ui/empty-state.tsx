/** Says what will be here, and at most one thing to do. */
import type { ReactNode } from 'react';
import styles from './states.module.css';

export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{title}</p>
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  );
}
