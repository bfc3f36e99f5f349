/** Comes up when the connection has been gone for a while, and says what still works. */
import { WifiOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { announce } from '../a11y';
import { useT } from '../i18n';
import { useConnection } from '../live';
import styles from './bars.module.css';

const patienceMs = 2000;

export function OfflineBar() {
  const t = useT();
  const online = useConnection() === 'online';
  const [shown, setShown] = useState(false);
  const wasShown = useRef(false);

  useEffect(() => {
    if (online) {
      setShown(false);
      if (wasShown.current) announce(t('offline.back'));
      wasShown.current = false;
      return;
    }
    const timer = setTimeout(() => {
      setShown(true);
      wasShown.current = true;
    }, patienceMs);
    return () => clearTimeout(timer);
  }, [online, t]);

  return (
    <div role="status">
      {shown && (
        <p className={styles.offline}>
          <WifiOff aria-hidden size={18} />
          {t('offline.bar')}
        </p>
      )}
    </div>
  );
}
