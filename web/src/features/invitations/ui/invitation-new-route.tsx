/** Inviting somebody to a network; after one the form is empty for the next. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '../../../i18n';
import { Link, useParams } from '../../../router';
import { EmptyState, Failed, Loading, PageHeader } from '../../../ui';
import { useNetworkCache } from '../../networks';
import { useProfile } from '../../session';
import { mayInvite } from '../may-invite';
import { InvitationForm } from './invitation-form';
import { InvitationPath } from './invitation-path';
import styles from './invitations.module.css';

export function InvitationNewRoute() {
  const { networkSlug } = useParams('/n/$networkSlug/invitations/new');
  const t = useT();
  const { memberships } = useProfile();
  const [invited, setInvited] = useState(0);
  const { data: network, error, refetch } = useQuery(useNetworkCache().network(networkSlug));
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  if (!network) return <Loading text={t('networks.loading')} />;
  const may = mayInvite(network, memberships);
  return (
    <>
      <PageHeader
        title={t('invitations.new_title', { network: network.name })}
        path={<InvitationPath network={network} />}
        lead={t('invitations.new_lead')}
      >
        {t('invitations.new')}
      </PageHeader>
      {invited > 0 && (
        <p className={styles.done}>
          {t('invitations.done', { count: invited })}{' '}
          <Link to="/n/$networkSlug/invitations" params={{ networkSlug }}>
            {t('invitations.see')}
          </Link>
        </p>
      )}
      {may.roles.length === 0 ? (
        <EmptyState title={t('invitations.not_yours')}>{t('invitations.not_yours_hint')}</EmptyState>
      ) : (
        <InvitationForm key={invited} network={network} may={may} onInvited={() => setInvited(invited + 1)} />
      )}
    </>
  );
}
