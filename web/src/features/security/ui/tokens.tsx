/** One's tokens for programs: what each may do, until when, when it was last used; and the way to make another. */
import type { TokenCard } from '@hub/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Terminal } from 'lucide-react';
import { useState } from 'react';
import { announce } from '../../../a11y';
import { useFormats, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link } from '../../../router';
import { Button, buttonClass, Failed, failureText, Loading, Moment } from '../../../ui';
import sections from '../../../ui/sections.module.css';
import { ownTokens } from '../queries';
import styles from './security.module.css';

export function Tokens() {
  const t = useT();
  const { data: tokens, error, refetch } = useQuery(ownTokens(useHub()));
  return (
    <section className={sections.section} aria-labelledby="tokens">
      <h2 id="tokens">{t('security.tokens')}</h2>
      <p className={sections.lead}>{t('security.tokens_lead')}</p>
      {tokens === undefined ? (
        error ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading text={t('security.loading')} />
        )
      ) : (
        tokens.length > 0 && (
          <ul className={sections.rows}>
            {tokens.map((token) => (
              <TokenRow key={token.id} token={token} />
            ))}
          </ul>
        )
      )}
      <div className={styles.actions}>
        <Link to="/settings/sign-in/token" className={buttonClass()}>
          {t('security.token_make')}
        </Link>
      </div>
    </section>
  );
}

function TokenRow({ token }: { token: TokenCard }) {
  const t = useT();
  const hub = useHub();
  const client = useQueryClient();
  const { date } = useFormats();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const { id: tokenId, name, scope, expiresAt, lastUsedAt } = token;
  const revoke = async () => {
    setBusy(true);
    try {
      await hub.call('token.revoke', { tokenId });
      client.setQueryData(ownTokens(hub).queryKey, (before) => before?.filter(({ id }) => id !== tokenId));
      announce(t('security.token_revoked', { name }));
    } catch (error) {
      setRefused(error);
      setBusy(false);
    }
  };
  return (
    <li className={sections.row}>
      <Terminal aria-hidden size={22} />
      <div>
        <p className={styles.name}>{name}</p>
        <p className={sections.more}>
          {t(`security.scope.${scope}`)}
          {' · '}
          {t('security.token_until', { date: date(expiresAt.slice(0, 10)) })}
          {' · '}
          {lastUsedAt === null ? (
            t('security.token_unused')
          ) : (
            <>
              {t('security.last_used')} <Moment at={lastUsedAt} />
            </>
          )}
        </p>
      </div>
      <Button busy={busy} aria-label={t('security.token_revoke_one', { name })} onClick={() => void revoke()}>
        {t('security.token_revoke')}
      </Button>
      <div role="alert" className={styles.problem}>
        {refused !== undefined && failureText(t, refused)}
      </div>
    </li>
  );
}
