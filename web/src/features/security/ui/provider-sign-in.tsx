/** For the sign-in page: the account at work, where the hub knows a provider, and what became of the way there. */
import { caller } from '@hub/client/call';
import { useEffect, useState } from 'react';
import { useT } from '../../../i18n';
import { Button } from '../../../ui/button';
import { failureText } from '../../../ui/failure-text';
import styles from './passkey-sign-in.module.css';

const call = caller({ origin: '' });

export function ProviderSignIn() {
  const t = useT();
  const [name, setName] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  useEffect(() => {
    // Without an answer the other ways in are left.
    call('identity.provider', {}).then(
      (provider) => setName(provider.name),
      () => undefined,
    );
  }, []);
  if (name === null) return null;
  const outcome = new URLSearchParams(location.search).get('provider');
  const enter = async () => {
    setBusy(true);
    try {
      location.assign((await call('identity.enter', {})).url);
    } catch (error) {
      setRefused(error);
      setBusy(false);
    }
  };
  return (
    <div className={styles.way}>
      {outcome === 'unlinked' && (
        <p role="alert" className={styles.word}>
          {t('security.provider_unlinked', { name })}
        </p>
      )}
      {outcome === 'failed' && (
        <p role="alert" className={styles.word}>
          {t('security.provider_failed', { name })}
        </p>
      )}
      <Button busy={busy} onClick={() => void enter()}>
        {t('security.provider_enter', { name })}
      </Button>
      <p role="alert" className={styles.problem}>
        {refused !== undefined && failureText(t, refused)}
      </p>
    </div>
  );
}
