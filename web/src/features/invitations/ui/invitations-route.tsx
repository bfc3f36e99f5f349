/** Invitations of a network: who has not come yet, and who has. */
import { useQuery } from '@tanstack/react-query';
import { useT } from '../../../i18n';
import { Link, useParams } from '../../../router';
import { buttonClass, EmptyState, Failed, Loading, PageHeader, Path } from '../../../ui';
import { useNetworkCache } from '../../networks';
import { useProfile } from '../../session';
import { mayInvite } from '../may-invite';
import { InvitationList } from './invitation-list';
import styles from './invitations.module.css';

export function InvitationsRoute() {
  const { networkSlug } = useParams('/n/$networkSlug/invitations');
  const t = useT();
  const { memberships } = useProfile();
  const { data: network, error, refetch } = useQuery(useNetworkCache().network(networkSlug));
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  if (!network) return <Loading text={t('networks.loading')} />;
  const params = { networkSlug };
  return (
    <>
      <PageHeader
        title={t('invitations.title', { network: network.name })}
        path={
          <Path>
            <Link to="/n/$networkSlug" params={params} lang="en">
              {network.name}
            </Link>
            <Link to="/n/$networkSlug/people" params={params}>
              {t('people.heading')}
            </Link>
          </Path>
        }
        lead={t('invitations.lead')}
      >
        {t('invitations.heading')}
      </PageHeader>
      {mayInvite(network, memberships).roles.length === 0 ? (
        <EmptyState title={t('invitations.not_yours')}>{t('invitations.not_yours_hint')}</EmptyState>
      ) : (
        <>
          <p className={styles.ways}>
            <Link to="/n/$networkSlug/invitations/new" params={params} className={buttonClass('primary')}>
              {t('invitations.new')}
            </Link>
            <Link to="/n/$networkSlug/invitations/many" params={params} className={buttonClass()}>
              {t('invitations.many')}
            </Link>
          </p>
          <InvitationList networkSlug={networkSlug} />
        </>
      )}
    </>
  );
}
