/** What a network's people are mailed where they have not chosen: for whoever looks after the network. */
import { tellings } from '@hub/contracts/telling';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link, useParams } from '../../../router';
import { EmptyState, Failed, Loading, PageHeader, Path } from '../../../ui';
import sections from '../../../ui/sections.module.css';
import { networkMail } from '../queries';
import { MailForm } from './mail-form';

export function NetworkMailRoute() {
  const { networkSlug } = useParams('/n/$networkSlug/notifications');
  const t = useT();
  const hub = useHub();
  const cache = useQueryClient();
  const network = useQuery({
    queryKey: ['preferences', networkSlug, 'network'],
    queryFn: () => hub.call('network.read', { networkSlug }),
  });
  const mail = useQuery({ ...networkMail(hub, networkSlug), enabled: network.data?.may.change === true });
  const error = network.error ?? mail.error;
  if (error)
    return (
      <Failed
        page
        error={error}
        onRetry={() => {
          void network.refetch();
          void mail.refetch();
        }}
      />
    );
  if (!network.data) return <Loading text={t('preferences.loading')} />;
  const { name, may } = network.data;
  return (
    <div className={sections.page}>
      <PageHeader
        title={t('preferences.network_title', { network: name })}
        lead={t('preferences.network_lead')}
        path={
          <Path>
            <Link to="/n/$networkSlug" params={{ networkSlug }} lang="en">
              {name}
            </Link>
          </Path>
        }
      >
        {t('preferences.network_heading')}
      </PageHeader>
      {!may.change && (
        <EmptyState title={t('preferences.network_not_yours')}>{t('preferences.network_not_yours_hint')}</EmptyState>
      )}
      {may.change && !mail.isFetchedAfterMount && <Loading text={t('preferences.loading')} />}
      {may.change && mail.isFetchedAfterMount && mail.data && (
        <MailForm
          key={networkSlug}
          chosen={mail.data.mail}
          suggested={(kind) => tellings[kind].mail}
          save={async (chosen) => {
            await hub.call('preference.setNetwork', { networkSlug, mail: chosen });
            await cache.invalidateQueries({ queryKey: ['preferences'] });
          }}
        />
      )}
    </div>
  );
}
