/** Another line of a network's plan: one milestone of the whole network, or one for each partnership. */
import type { TimelineNetwork } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useT } from '../../../i18n';
import { Link, useParams } from '../../../router';
import { EmptyState, Failed, Loading, PageHeader, Path } from '../../../ui';
import { useTimelineCache } from '../timeline-cache';
import { PlanForm } from './plan-form';

export function PlanNewRoute() {
  const { networkSlug } = useParams('/n/$networkSlug/plan/new');
  const t = useT();
  const { data, error, refetch } = useQuery(useTimelineCache().timeline(networkSlug));
  const [network] = data?.networks ?? [];
  if (network) return <PlanNew network={network} />;
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  return <Loading text={t('timeline.loading')} />;
}

function PlanNew({ network }: { network: TimelineNetwork }) {
  const t = useT();
  return (
    <>
      <PageHeader
        title={t('plan.new_of', { network: network.name })}
        path={
          <Path>
            <Link to="/n/$networkSlug" params={{ networkSlug: network.slug }} lang="en">
              {network.name}
            </Link>
            <Link to="/n/$networkSlug/timeline" params={{ networkSlug: network.slug }}>
              {t('timeline.title')}
            </Link>
          </Path>
        }
        lead={t('plan.new_lead')}
      >
        {t('plan.new')}
      </PageHeader>
      {network.may.change ? (
        <PlanForm key={network.id} network={network} />
      ) : (
        <EmptyState title={t('plan.not_yours')}>{t('plan.not_yours_hint')}</EmptyState>
      )}
    </>
  );
}
