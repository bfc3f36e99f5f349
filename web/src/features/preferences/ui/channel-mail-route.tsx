/** What comes by mail from one channel, where it differs from the reader's other choices. */
import { suggestedMail, tellings } from '@hub/contracts/telling';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link, useParams } from '../../../router';
import { Failed, Loading, PageHeader, Path } from '../../../ui';
import sections from '../../../ui/sections.module.css';
import { ownPreferences } from '../queries';
import { MailForm } from './mail-form';

export function ChannelMailRoute() {
  const { networkSlug, channelId } = useParams('/n/$networkSlug/c/$channelId/mail');
  const t = useT();
  const hub = useHub();
  const cache = useQueryClient();
  const channel = useQuery({
    queryKey: ['preferences', 'channel', channelId],
    queryFn: () => hub.call('channel.read', { channelId }),
    staleTime: 0,
  });
  const own = useQuery(ownPreferences(hub));
  const error = channel.error ?? own.error;
  if (error)
    return (
      <Failed
        page
        error={error}
        onRetry={() => {
          void channel.refetch();
          void own.refetch();
        }}
      />
    );
  if (!channel.data || !own.data || !own.isFetchedAfterMount) return <Loading text={t('preferences.loading')} />;
  const { name, members, network, kind: sort } = channel.data;
  const called = sort === 'direct' ? members.map((one) => one.name).join(', ') : name;
  const { mail, networks, channels } = own.data;
  const ofNetwork = networks.filter(({ slug }) => slug === network.slug).map((one) => one.mail);
  return (
    <div className={sections.page}>
      <PageHeader
        lead={t('preferences.channel_lead')}
        path={
          <Path>
            <Link to="/n/$networkSlug/c/$channelId" params={{ networkSlug, channelId }} lang="en">
              {called}
            </Link>
          </Path>
        }
      >
        {t('preferences.channel_title', { channel: called })}
      </PageHeader>
      {channel.data.muted && <p>{t('preferences.channel_muted')}</p>}
      <MailForm
        key={channelId}
        chosen={channels.find((one) => one.channelId === channelId)?.mail ?? {}}
        suggested={(kind) => mail[kind] ?? suggestedMail(kind, ofNetwork)}
        of={(kind) => tellings[kind].ofChannel === true}
        save={async (chosen) => {
          await hub.call('preference.channel', { channelId, mail: chosen });
          await cache.invalidateQueries({ queryKey: ['preferences'] });
        }}
      >
        <Link to="/settings/notifications">{t('preferences.all')}</Link>
      </MailForm>
    </div>
  );
}
