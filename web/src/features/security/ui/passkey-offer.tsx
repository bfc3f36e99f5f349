/** Offers a passkey to whoever has none, until they say no on this device; whoever administrates is asked for one. */
import { useQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button } from '../../../ui';
import { useProfile } from '../../session';
import { passkeysWork } from '../passkey';
import { ownPasskeys } from '../queries';
import { useMakePasskey } from '../use-make-passkey';
import { Refused } from './refused';
import styles from './passkey-offer.module.css';

const storageKey = 'hub-no-passkey';

/** `always` on pages of administration, where it is not put away. */
export function PasskeyOffer({ always = false }: { always?: boolean }) {
  const [put, setPut] = useState(isPutAway);
  if (!passkeysWork() || (put && !always)) return null;
  const putAway = () => {
    rememberPutAway();
    setPut(true);
  };
  return <Offer onPutAway={always ? undefined : putAway} />;
}

function Offer({ onPutAway }: { onPutAway: (() => void) | undefined }) {
  const t = useT();
  const { memberships } = useProfile();
  const { data: passkeys } = useQuery(ownPasskeys(useHub()));
  const { busy, refused, make } = useMakePasskey();
  if (passkeys?.length !== 0) return null;
  const asked = memberships.some(({ role }) => role === 'administrator' || role === 'project_coordinator');
  return (
    <aside className={styles.offer} aria-labelledby="passkey-offer">
      <KeyRound aria-hidden size={22} />
      <div>
        <h2 id="passkey-offer">{t(asked ? 'security.ask_title' : 'security.offer_title')}</h2>
        <p>{t(asked ? 'security.ask' : 'security.offer')}</p>
        <div className={styles.buttons}>
          <Button busy={busy} onClick={() => void make()}>
            {t('security.passkey_make')}
          </Button>
          {onPutAway && (
            <Button look="quiet" onClick={onPutAway}>
              {t('security.offer_later')}
            </Button>
          )}
        </div>
        <Refused error={refused} onConfirmed={() => void make()} />
      </div>
    </aside>
  );
}

function isPutAway(): boolean {
  try {
    return localStorage.getItem(storageKey) !== null;
  } catch {
    // What cannot be put away for good is not shown.
    return true;
  }
}

function rememberPutAway(): void {
  try {
    localStorage.setItem(storageKey, '1');
  } catch {
    // As above.
  }
}
