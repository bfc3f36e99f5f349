/** One's passkeys: made with one press on the device at hand, named after it, renamed and removed. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed, Loading } from '../../../ui';
import { deviceName } from '../device-name';
import { makePasskey, passkeysWork } from '../passkey';
import { ownPasskeys, ownSessions } from '../queries';
import { PasskeyRow } from './passkey-row';
import { Refused } from './refused';
import styles from './security.module.css';

export function Passkeys() {
  const t = useT();
  const hub = useHub();
  const client = useQueryClient();
  const query = ownPasskeys(hub);
  const { data: passkeys, error, refetch } = useQuery(query);
  const { data: sessions } = useQuery(ownSessions(hub));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const here = sessions?.find(({ current }) => current);

  const make = async () => {
    setBusy(true);
    setRefused(undefined);
    try {
      const made = await makePasskey(hub.call, deviceName(t, here ?? { browser: '', system: '' }));
      client.setQueryData(query.queryKey, made);
      announce(t('security.passkey_made'));
    } catch (failed) {
      setRefused(failed);
    }
    setBusy(false);
  };

  return (
    <section className={styles.section} aria-labelledby="passkeys">
      <h2 id="passkeys">{t('security.passkeys')}</h2>
      <p className={styles.lead}>{t('security.passkeys_lead')}</p>
      {passkeys === undefined ? (
        error ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading text={t('security.loading')} />
        )
      ) : passkeys.length === 0 ? (
        <p>{t('security.passkeys_none')}</p>
      ) : (
        <ul className={styles.rows}>
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      {passkeysWork() ? (
        <div className={styles.actions}>
          <Button look={passkeys?.length === 0 ? 'primary' : 'plain'} busy={busy} onClick={() => void make()}>
            {t('security.passkey_make')}
          </Button>
          <Refused error={refused} onConfirmed={() => void make()} />
        </div>
      ) : (
        <p className={styles.more}>{t('security.passkeys_unable')}</p>
      )}
    </section>
  );
}
