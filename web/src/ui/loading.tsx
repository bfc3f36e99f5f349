/** Text, not grey boxes, and only when waiting has become noticeable. */
import { useEffect, useState } from 'react';
import styles from './states.module.css';

const noticeableMs = 200;

export function Loading({ text }: { text: string }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), noticeableMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className={styles.loading} role="status">
      {shown ? text : ''}
    </p>
  );
}
