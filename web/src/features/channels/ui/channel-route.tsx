/** A channel: what it is for, who is in it, and its topics by latest activity. */
import type { ChannelPage } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { Archive, ShieldCheck } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useT } from '../../../i18n';
import { Link, Redirect, useParams } from '../../../router';
import { Failed, Loading, PageHeader, Path, useHere } from '../../../ui';
import { useConversationCache } from '../../messages';
import { ChannelActions } from './channel-actions';
import { ChannelPeople } from './channel-people';
import styles from './channel-route.module.css';
import { ChannelTopics } from './channel-topics';
import { DirectStart } from './direct-start';

const Pins = lazy(async () => ({ default: (await import('./channel-pins')).ChannelPins }));

export function ChannelRoute() {
  const { channelId } = useParams('/n/$networkSlug/c/$channelId');
  const t = useT();
  const page = useQuery(useConversationCache().channel(channelId));
  useHere(page.data?.network.slug, page.data?.id);
  if (!page.data) {
    if (page.error) return <Failed page error={page.error} onRetry={() => void page.refetch()} />;
    return <Loading text={t('channels.loading')} />;
  }
  if (page.data.kind === 'direct') return <Direct key={channelId} channel={page.data} />;
  return <Channel key={channelId} channel={page.data} />;
}

/** A conversation with one person is entered where it goes on; only the first message needs a place of its own. */
function Direct({ channel }: { channel: ChannelPage }) {
  const [latest] = channel.topics;
  if (latest) return <Redirect to="/t/$topicId" params={{ topicId: latest.id }} />;
  return <DirectStart channel={channel} />;
}

function Channel({ channel }: { channel: ChannelPage }) {
  const t = useT();
  return (
    <div className={styles.channel}>
      <div className={styles.header}>
        <PageHeader
          lang="en"
          path={
            <Path>
              <Link to="/n/$networkSlug" params={{ networkSlug: channel.network.slug }} lang="en">
                {channel.network.name}
              </Link>
            </Path>
          }
          lead={<Lead channel={channel} />}
          actions={<ChannelActions channel={channel} />}
        >
          {channel.name}
        </PageHeader>
      </div>
      <ChannelTopics channel={channel} />
      <aside className={styles.aside} aria-label={t('rooms.about')}>
        <ChannelPeople channel={channel} />
        <Suspense fallback={null}>
          <Pins channelId={channel.id} />
        </Suspense>
      </aside>
    </div>
  );
}

function Lead({ channel }: { channel: ChannelPage }) {
  const t = useT();
  const { purpose, kind, members, sensitive, archived } = channel;
  return (
    <div className={styles.lead}>
      {purpose !== '' && <p lang="en">{purpose}</p>}
      <p className={styles.kind}>
        {t(`channels.kind.${kind}`)}, {t('channels.people', { count: members.length })}
      </p>
      {sensitive && (
        <p className={styles.note}>
          <ShieldCheck aria-hidden size={18} />
          {t('rooms.sensitive')}
        </p>
      )}
      {archived && (
        <p className={styles.note}>
          <Archive aria-hidden size={18} />
          {t('rooms.archived')}
        </p>
      )}
    </div>
  );
}
