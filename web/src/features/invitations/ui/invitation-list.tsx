/** Invitations, those that wait first; each with what became of its letter and what can be done about it. */
import type { Invitation } from '@hub/contracts';
import { useState } from 'react';
import { announce } from '../../../a11y';
import { useFormats, useT } from '../../../i18n';
import { Button, EmptyState, Failed, Loading, Moment } from '../../../ui';
import { useInvitationChanges, useInvitations } from '../use-invitations';
import styles from './invitations.module.css';

export function InvitationList({ networkSlug }: { networkSlug?: string }) {
  const t = useT();
  const { data, error, refetch } = useInvitations(networkSlug);
  if (!data && error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading text={t('invitations.loading')} />;
  const open = data.invitations.filter(({ state }) => state === 'pending' || state === 'expired');
  const over = data.invitations.filter(({ state }) => state === 'accepted' || state === 'revoked');
  return (
    <>
      <section className={styles.part} aria-labelledby="invitations-open">
        <h2 id="invitations-open">{t('invitations.open', { count: open.length })}</h2>
        {open.length === 0 ? (
          <EmptyState title={t('invitations.none')}>{t('invitations.none_hint')}</EmptyState>
        ) : (
          <Entries invitations={open} withNetwork={networkSlug === undefined} />
        )}
      </section>
      {over.length > 0 && (
        <details className={styles.part}>
          <summary>{t('invitations.over', { count: over.length })}</summary>
          <Entries invitations={over} withNetwork={networkSlug === undefined} />
        </details>
      )}
    </>
  );
}

function Entries({ invitations, withNetwork }: { invitations: readonly Invitation[]; withNetwork: boolean }) {
  return (
    <ul className={styles.list}>
      {invitations.map((invitation) => (
        <Entry key={invitation.id} invitation={invitation} withNetwork={withNetwork} />
      ))}
    </ul>
  );
}

function Entry({ invitation, withNetwork }: { invitation: Invitation; withNetwork: boolean }) {
  const t = useT();
  const { date } = useFormats();
  const { id, name, email, state, role, network, partnership, side, lastOn, letter, invitedBy } = invitation;
  const { resend, revoke } = useInvitationChanges();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const waits = state === 'pending' || state === 'expired';

  const act = async (what: () => Promise<void>, said: 'invitations.resent' | 'invitations.taken_back') => {
    setBusy(true);
    setError(undefined);
    try {
      await what();
      announce(t(said, { name }));
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <li className={styles.entry}>
      <div className={styles.who}>
        <span className={styles.name}>{name}</span>
        <span className={styles.more}>{email}</span>
      </div>
      <div>
        {t(`role.${role}`)}
        {partnership && (
          <span className={styles.more}>
            {partnership.name}
            {side && `, ${t(`side.${side}`)}`}
          </span>
        )}
        {withNetwork && network && (
          <span className={styles.more} lang="en">
            {network.name}
          </span>
        )}
        {lastOn !== null && <span className={styles.more}>{t('invitations.role_until', { date: date(lastOn) })}</span>}
      </div>
      <div>
        <span className={styles.state} data-state={waits && letter === 'refused' ? 'refused' : state}>
          {waits && letter !== 'sent' ? t(`invitations.letter_${letter}`) : t(`invitations.state_${state}`)}
        </span>
        <span className={styles.more}>
          {invitedBy ? t('invitations.by', { name: invitedBy.name }) : t('invitations.by_operator')}
          {', '}
          <Moment at={invitation.createdAt} />
        </span>
        {state === 'pending' && (
          <span className={styles.more}>
            {t('invitations.until', { date: date(invitation.expiresAt.slice(0, 10)) })}
          </span>
        )}
      </div>
      {waits && (
        <div className={styles.acts}>
          <Button
            look="quiet"
            busy={busy}
            aria-label={t('invitations.resend_to', { name })}
            onClick={() => void act(() => resend(id), 'invitations.resent')}
          >
            {t('invitations.resend')}
          </Button>
          <Button
            look="quiet"
            busy={busy}
            aria-label={t('invitations.revoke_of', { name })}
            onClick={() => void act(() => revoke(id), 'invitations.taken_back')}
          >
            {t('invitations.revoke')}
          </Button>
        </div>
      )}
      {error !== undefined && <Failed error={error} />}
    </li>
  );
}
