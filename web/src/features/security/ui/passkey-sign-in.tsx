/** For the sign-in page: a passkey finds out by itself whose it is. */
import { caller } from '@hub/client/call';
import { Failure } from '@hub/contracts/failure';
import { useState } from 'react';
import { useT } from '../../../i18n';
import { Button } from '../../../ui/button';
import { failureText } from '../../../ui/failure-text';
import { entered } from '../../session';
import { enterWithPasskey, isCancelled, passkeysWork } from '../passkey';
import styles from './passkey-sign-in.module.css';

const call = caller({ origin: '' });

export function PasskeySignIn() {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  if (!passkeysWork()) return null;
  const enter = async () => {
    setBusy(true);
    setRefused(undefined);
    try {
      await entered(await enterWithPasskey(call));
    } catch (error) {
      setRefused(error);
      setBusy(false);
    }
  };
  const why = () => {
    if (isCancelled(refused)) return t('security.passkey_cancelled');
    const unknown = refused instanceof Failure && refused.code === 'UNAUTHENTICATED';
    return unknown ? t('security.passkey_refused') : failureText(t, refused);
  };
  return (
    <div className={styles.way}>
      <Button busy={busy} onClick={() => void enter()}>
        {t('security.passkey_enter')}
      </Button>
      <p role="alert" className={styles.problem}>
        {refused !== undefined && why()}
      </p>
    </div>
  );
}
