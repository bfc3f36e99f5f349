import type { PasskeyCard } from '@hub/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Field, inputClass, Moment } from '../../../ui';
import sections from '../../../ui/sections.module.css';
import { ownPasskeys } from '../queries';
import { Refused } from './refused';
import styles from './security.module.css';

export function PasskeyRow({ passkey }: { passkey: PasskeyCard }) {
  const t = useT();
  const hub = useHub();
  const client = useQueryClient();
  const { queryKey } = ownPasskeys(hub);
  const [naming, setNaming] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const { id: passkeyId, name, backedUp, createdAt, lastUsedAt } = passkey;

  const carry = async (ask: () => Promise<PasskeyCard[]>, done: string) => {
    setBusy(true);
    setRefused(undefined);
    try {
      client.setQueryData(queryKey, await ask());
      setNaming(undefined);
      announce(done);
    } catch (error) {
      setRefused(error);
    }
    setBusy(false);
  };
  const remove = () => carry(() => hub.call('passkey.remove', { passkeyId }), t('security.passkey_removed', { name }));
  const rename = (to: string) =>
    carry(() => hub.call('passkey.rename', { passkeyId, name: to }), t('security.passkey_renamed', { name: to }));

  return (
    <li className={sections.row}>
      <KeyRound aria-hidden size={22} />
      {naming === undefined ? (
        <div>
          <p className={styles.name}>{name}</p>
          <p className={sections.more}>
            {t('security.passkey_since')} <Moment at={createdAt} />
            {' · '}
            {lastUsedAt === null ? (
              t('security.passkey_unused')
            ) : (
              <>
                {t('security.last_used')} <Moment at={lastUsedAt} />
              </>
            )}
            {backedUp && ` · ${t('security.passkey_backed_up')}`}
          </p>
        </div>
      ) : (
        <form
          className={styles.naming}
          onSubmit={(event) => {
            event.preventDefault();
            void rename(naming);
          }}
        >
          <Field label={t('security.passkey_name')}>
            {(control) => (
              <input
                {...control}
                // The field stands where its button was pressed.
                ref={(input) => void (input && document.activeElement !== input && naming === name && input.focus())}
                className={inputClass}
                maxLength={60}
                required
                autoComplete="off"
                value={naming}
                onChange={(event) => setNaming(event.target.value)}
              />
            )}
          </Field>
          <div className={styles.actions}>
            <Button type="submit" look="primary" busy={busy}>
              {t('security.passkey_save')}
            </Button>
            <Button onClick={() => setNaming(undefined)}>{t('security.passkey_cancel')}</Button>
          </div>
        </form>
      )}
      {naming === undefined && (
        <div className={styles.buttons}>
          <Button look="quiet" aria-label={t('security.passkey_rename_one', { name })} onClick={() => setNaming(name)}>
            {t('security.passkey_rename')}
          </Button>
          <Button
            look="quiet"
            busy={busy}
            aria-label={t('security.passkey_remove_one', { name })}
            onClick={() => void remove()}
          >
            {t('security.passkey_remove')}
          </Button>
        </div>
      )}
      <div className={styles.problem}>
        <Refused error={refused} onConfirmed={() => void (naming === undefined ? remove() : rename(naming))} />
      </div>
    </li>
  );
}
