/** What happens to a message on its way, in words; silent while it goes as it should. */
import { CircleAlert, Clock, LoaderCircle } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useT } from '../../../i18n';
import { useConnection } from '../../../live';
import type { Outgoing } from '../outgoing';
import styles from './outgoing-state.module.css';

const patienceMs = 400;

interface Props {
  outgoing: Outgoing;
  onRetry(clientId: string): void;
  onDelete(outgoing: Outgoing): void;
}

export function OutgoingState({ outgoing, onRetry, onDelete }: Props) {
  const t = useT();
  const online = useOnline();
  const late = useLate(patienceMs);
  const { state, failure, input } = outgoing;

  if (state === 'refused')
    return (
      <p className={styles.refused}>
        <CircleAlert aria-hidden size={16} />
        {failure
          ? t('channels.state_refused_because', { reason: t(`failure.${failure.code}`) })
          : t('channels.state_refused')}
        <button type="button" onClick={() => onRetry(input.clientId)}>
          {t('channels.retry')}
        </button>
        <button type="button" onClick={() => onDelete(outgoing)}>
          {t('channels.delete')}
        </button>
      </p>
    );
  if (state !== 'sent' && !online)
    return (
      <p className={styles.waiting}>
        <Clock aria-hidden size={16} />
        {t('channels.state_waiting')}
        {state === 'waiting' && (
          <button type="button" onClick={() => onDelete(outgoing)}>
            {t('channels.delete')}
          </button>
        )}
      </p>
    );
  if (state === 'sent' || !late) return null;
  return (
    <p className={styles.waiting}>
      <LoaderCircle aria-hidden size={16} />
      {t('channels.state_sending')}
    </p>
  );
}

/** The device knows of a lost network before the connection notices. */
function useOnline(): boolean {
  const connected = useConnection() === 'online';
  return useSyncExternalStore(onNetwork, () => navigator.onLine) && connected;
}

function onNetwork(listener: () => void): () => void {
  for (const kind of ['online', 'offline']) addEventListener(kind, listener);
  return () => {
    for (const kind of ['online', 'offline']) removeEventListener(kind, listener);
  };
}

/** True once something has lasted long enough to be worth a word. */
function useLate(ms: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return late;
}
