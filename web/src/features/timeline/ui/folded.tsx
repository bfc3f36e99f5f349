/** The filter: open where there is room, behind one line on a phone. */
import { useState, type ReactNode } from 'react';
import { useT } from '../../../i18n';
import { isEmpty, type TimelineFilter } from '../filter';
import styles from './controls.module.css';

const roomyPx = 640;

export function Folded({ filter, children }: { filter: TimelineFilter; children: ReactNode }) {
  const t = useT();
  const [open] = useState(() => innerWidth >= roomyPx);
  if (open) return children;
  return (
    <details className={styles.folded}>
      <summary>{t(isEmpty(filter) ? 'timeline.filter' : 'timeline.filter_on')}</summary>
      {children}
    </details>
  );
}
