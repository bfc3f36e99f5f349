/** The conversations of the first page. Where nothing waits it says so, and shows where people talked last. */
import type { MessageNotification, NetworkPage, Notification } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import { EmptyState, Failed, Loading, Moment } from '../../../ui';
import { useNotSent } from '../../broadcasts';
import { useReports } from '../../moderation';
import { useInboxCache } from '../../notifications';
import { useRequests } from '../../privacy';
import { MarkingFailed, SinceList, useMarking, useUnread } from '../../reading';
import { useProfile } from '../../session';
import { latestChannels } from '../latest-channels';
import { unacknowledged } from '../unacknowledged';
import styles from './home.module.css';
import { Waiting } from './waiting';

const mostChannels = 8;

export function HomeTalk({ networks }: { networks: readonly NetworkPage[] }) {
  const t = useT();
  const { data, error, refetch } = useUnread();
  const { data: inbox } = useQuery(useInboxCache().list());
  const marking = useMarking(data?.channels ?? none);
  const reports = useReports(networks);
  const requests = useRequests();
  const notSent = useNotSent(networks, useProfile().id);
  const named = networks.length > 1;
  if (!data) {
    if (error) return <Failed error={error} onRetry={() => void refetch()} />;
    return <Loading text={t('unread.loading')} />;
  }

  const mentions = (inbox?.notifications ?? []).filter(
    (one): one is MessageNotification => one.kind === 'mention' && one.readAt === null,
  );
  const broadcasts = unacknowledged(inbox?.notifications ?? []);
  const others = (inbox?.notifications ?? []).filter(isOther).length;
  const direct = marking.shown.filter(({ kind }) => kind === 'direct');
  const since = marking.shown.filter(({ kind }) => kind !== 'direct');
  const waits =
    notSent.length + broadcasts.length + mentions.length + others + direct.length + reports.length + requests > 0;

  return (
    <div className={styles.talk}>
      <MarkingFailed marking={marking} />
      {waits && (
        <section aria-labelledby="waiting" className={styles.section}>
          <h2 id="waiting">{t('home.waiting')}</h2>
          <Waiting {...{ notSent, broadcasts, mentions, others, direct, reports, requests, marking, named }} />
        </section>
      )}
      {since.length > 0 && (
        <section aria-labelledby="since" className={styles.section}>
          <h2 id="since">{t('home.since')}</h2>
          <SinceList channels={since} marking={marking} named={named} />
        </section>
      )}
      {!waits && since.length === 0 && (
        <>
          <EmptyState title={t('unread.none')}>{t('unread.none_hint')}</EmptyState>
          <Latest networks={networks} named={named} />
        </>
      )}
    </div>
  );
}

/** What needs the reader and is neither said nor sent: it is told with its day in the inbox. */
function isOther({ kind, needs }: Notification): boolean {
  return needs === 'me' && /^(milestone_|visit_|lessons_|role_)/.test(kind);
}

interface LatestProps {
  networks: readonly NetworkPage[];
  /** Whether the network is worth naming. */
  named: boolean;
}

function Latest({ networks, named }: LatestProps) {
  const t = useT();
  const latest = latestChannels(networks, mostChannels);
  return (
    <section aria-labelledby="latest" className={styles.section}>
      <h2 id="latest">{t('home.latest')}</h2>
      {latest.length === 0 ? (
        <EmptyState title={t('home.latest_none')}>{t('home.latest_none_hint')}</EmptyState>
      ) : (
        <ul className={styles.latest}>
          {latest.map(({ channel, at, network }) => (
            <li key={channel.id} className={styles.channel}>
              <div className={styles.about} lang="en">
                <Link
                  className={styles.name}
                  to="/n/$networkSlug/c/$channelId"
                  params={{ networkSlug: network.slug, channelId: channel.id }}
                >
                  {channel.name}
                </Link>
                <p className={named ? styles.more : styles.purpose}>{named ? network.name : channel.purpose}</p>
              </div>
              <Moment at={at} className={styles.when} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const none: never[] = [];
