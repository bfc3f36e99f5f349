/** One's accounts at work that sign in here: linked by whoever is signed in, which is the proof, and unlinked again. */
import type { IdentityCard } from '@hub/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Building2 } from 'lucide-react';
import { useState } from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { useSearch } from '../../../router';
import { Button, Moment } from '../../../ui';
import sections from '../../../ui/sections.module.css';
import { linkedAccounts, provider } from '../queries';
import { Refused } from './refused';
import styles from './security.module.css';

export function LinkedAccounts() {
  const t = useT();
  const hub = useHub();
  const { data: known } = useQuery(provider(hub));
  const { data: accounts } = useQuery(linkedAccounts(hub));
  const { provider: outcome } = useSearch('/settings/sign-in');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const name = known?.name ?? undefined;
  if (name === undefined || accounts === undefined) return null;
  const link = async () => {
    setBusy(true);
    setRefused(undefined);
    try {
      location.assign((await hub.call('identity.link', {})).url);
    } catch (error) {
      setRefused(error);
      setBusy(false);
    }
  };
  return (
    <section className={sections.section} aria-labelledby="accounts">
      <h2 id="accounts">{t('security.accounts', { name })}</h2>
      <p className={sections.lead}>{t('security.accounts_lead', { name })}</p>
      {outcome !== undefined && (
        <p role="status" className={styles.outcome} data-good={outcome === 'linked' || undefined}>
          {t(`security.account.${outcome}`, { name })}
        </p>
      )}
      {accounts.length > 0 && (
        <ul className={sections.rows}>
          {accounts.map((account) => (
            <AccountRow key={account.id} account={account} name={name} />
          ))}
        </ul>
      )}
      <div className={styles.actions}>
        <Button busy={busy} onClick={() => void link()}>
          {t('security.account_link', { name })}
        </Button>
        <Refused error={refused} onConfirmed={() => void link()} />
      </div>
    </section>
  );
}

function AccountRow({ account, name }: { account: IdentityCard; name: string }) {
  const t = useT();
  const hub = useHub();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const { id: identityId, createdAt, lastUsedAt } = account;
  const remove = async () => {
    setBusy(true);
    setRefused(undefined);
    try {
      await hub.call('identity.remove', { identityId });
      client.setQueryData(linkedAccounts(hub).queryKey, (before) => before?.filter(({ id }) => id !== identityId));
      announce(t('security.account_unlinked'));
    } catch (error) {
      setRefused(error);
      setBusy(false);
    }
  };
  return (
    <li className={sections.row}>
      <Building2 aria-hidden size={22} />
      <div>
        <p className={styles.name}>{name}</p>
        <p className={sections.more}>
          {t('security.account_since')} <Moment at={createdAt} />
          {' · '}
          {lastUsedAt === null ? (
            t('security.passkey_unused')
          ) : (
            <>
              {t('security.last_used')} <Moment at={lastUsedAt} />
            </>
          )}
        </p>
      </div>
      <Button busy={busy} aria-label={t('security.account_unlink_one', { name })} onClick={() => void remove()}>
        {t('security.account_unlink')}
      </Button>
      <div className={styles.problem}>
        <Refused error={refused} onConfirmed={() => void remove()} />
      </div>
    </li>
  );
}
