/** Why something was refused; where more can be proved, the way to do so, and then what was asked is asked again. */
import { Failure } from '@hub/contracts/failure';
import { useState } from 'react';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link } from '../../../router';
import { Button, buttonClass, failureText } from '../../../ui';
import { leave } from '../../session';
import { confirmWithPasskey, isCancelled, isKnown } from '../passkey';
import styles from './refused.module.css';

interface Props {
  /** Undefined while nothing was refused. */
  error: unknown;
  /** The session proves enough now: ask again. */
  onConfirmed(): void;
}

export function Refused({ error, onConfirmed }: Props) {
  const t = useT();
  const confirm = error instanceof Failure ? error.details.confirm : undefined;
  return (
    <div role="alert" className={styles.refused}>
      {error !== undefined && (
        <p>
          {isCancelled(error)
            ? t('security.passkey_cancelled')
            : isKnown(error)
              ? t('security.passkey_known')
              : failureText(t, error)}
        </p>
      )}
      {confirm === 'passkey' && <Confirm onConfirmed={onConfirmed} />}
      {confirm === 'new_passkey' && (
        <Link to="/settings/sign-in" className={buttonClass()}>
          {t('security.passkey_make')}
        </Link>
      )}
      {confirm === 'sign_in' && (
        <Button onClick={() => void leave().catch(() => undefined)}>{t('security.sign_in_again')}</Button>
      )}
    </div>
  );
}

function Confirm({ onConfirmed }: { onConfirmed: () => void }) {
  const t = useT();
  const hub = useHub();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const confirm = async () => {
    setBusy(true);
    setRefused(undefined);
    try {
      await confirmWithPasskey(hub.call);
      onConfirmed();
    } catch (error) {
      setRefused(error);
    }
    setBusy(false);
  };
  return (
    <>
      <Button look="primary" busy={busy} onClick={() => void confirm()}>
        {t('security.confirm')}
      </Button>
      {refused !== undefined && (
        <p>{isCancelled(refused) ? t('security.passkey_cancelled') : failureText(t, refused)}</p>
      )}
    </>
  );
}
