/** One's passkeys: made with one press on the device at hand, named after it, renamed and removed. */
import { useQuery } from '@tanstack/react-query';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed, Loading } from '../../../ui';
import sections from '../../../ui/sections.module.css';
import { passkeysWork } from '../passkey';
import { ownPasskeys } from '../queries';
import { useMakePasskey } from '../use-make-passkey';
import { PasskeyRow } from './passkey-row';
import { Refused } from './refused';
import styles from './security.module.css';

export function Passkeys() {
  const t = useT();
  const { data: passkeys, error, refetch } = useQuery(ownPasskeys(useHub()));
  const { busy, refused, make } = useMakePasskey();

  return (
    <section className={sections.section} aria-labelledby="passkeys">
      <h2 id="passkeys">{t('security.passkeys')}</h2>
      <p className={sections.lead}>{t('security.passkeys_lead')}</p>
      {passkeys === undefined ? (
        error ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading text={t('security.loading')} />
        )
      ) : passkeys.length === 0 ? (
        <p>{t('security.passkeys_none')}</p>
      ) : (
        <ul className={sections.rows}>
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
        <p className={sections.more}>{t('security.passkeys_unable')}</p>
      )}
    </section>
  );
}
