/** Where somebody is signed in, one row each; each but the one that is looked at from can be ended. */
import type { SessionCard } from '@hub/contracts';
import { Monitor, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { Button, failureText, Moment } from '../../../ui';
import sections from '../../../ui/sections.module.css';
import { deviceName } from '../device-name';
import styles from './security.module.css';

interface Props {
  sessions: readonly SessionCard[];
  /** Rejects with the hub's failure. */
  onEnd(sessionId: string): Promise<void>;
}

export function SessionRows({ sessions, onEnd }: Props) {
  return (
    <ul className={sections.rows}>
      {sessions.map((session) => (
        <SessionRow key={session.id} session={session} onEnd={onEnd} />
      ))}
    </ul>
  );
}

const pockets = new Set(['Android', 'iPhone', 'iPad']);

function SessionRow({ session, onEnd }: { session: SessionCard; onEnd: Props['onEnd'] }) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const device = deviceName(t, session);
  const Icon = pockets.has(session.system) ? Smartphone : Monitor;
  const end = async () => {
    setBusy(true);
    try {
      await onEnd(session.id);
      announce(t('security.ended', { device }));
    } catch (error) {
      setRefused(error);
      setBusy(false);
    }
  };
  return (
    <li className={sections.row}>
      <Icon aria-hidden size={22} />
      <div>
        <p className={styles.name}>
          {device}
          {session.current && <span className={styles.here}>{t('security.this_device')}</span>}
        </p>
        <p className={sections.more}>
          {t(`security.how.${session.how}`)}, <Moment at={session.createdAt} />
          {' · '}
          {t('security.last_used')} <Moment at={session.lastSeenAt} />
        </p>
      </div>
      {!session.current && (
        <Button busy={busy} aria-label={t('security.end_device', { device })} onClick={() => void end()}>
          {t('security.end')}
        </Button>
      )}
      <div role="alert" className={styles.problem}>
        {refused !== undefined && failureText(t, refused)}
      </div>
    </li>
  );
}
