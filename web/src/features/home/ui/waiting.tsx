/** What waits for this person and nobody else: who named them, who wrote to them, and what they are asked to decide. */
import type { BroadcastCard, BroadcastNotification, MessageNotification } from '@hub/contracts';
import { AtSign, Bell, CircleAlert, Flag, Inbox, Megaphone } from 'lucide-react';
import { useFormats, useT } from '../../../i18n';
import { excerptText } from '../../../mention-words';
import { Link } from '../../../router';
import { Moment } from '../../../ui';
import { readNotifications, useInboxCache } from '../../notifications';
import { SinceList, type Marking, type ShownChannel } from '../../reading';
import styles from './waiting.module.css';

export interface WaitingReports {
  network: { slug: string; name: string };
  count: number;
}

interface Props {
  /** What the reader scheduled, and could not be sent. */
  notSent: readonly BroadcastCard[];
  /** What the reader is asked to say that they have read. */
  broadcasts: readonly BroadcastNotification[];
  mentions: readonly MessageNotification[];
  /** How many things about milestones, visits and roles need the reader. */
  others: number;
  direct: readonly ShownChannel[];
  reports: readonly WaitingReports[];
  /** Requests and faults, for administrators. */
  requests: number;
  marking: Marking;
  named: boolean;
}

export function Waiting({ notSent, broadcasts, mentions, others, direct, reports, requests, marking, named }: Props) {
  const t = useT();
  const { date } = useFormats();
  const inbox = useInboxCache();
  return (
    <>
      {notSent.length + broadcasts.length + others + reports.length + requests + mentions.length > 0 && (
        <ul className={styles.list}>
          {notSent.map(({ id: broadcastId, title, networks }) => (
            <li key={broadcastId} className={styles.item}>
              <CircleAlert aria-hidden size={18} />
              <div>
                <p>
                  <Link to="/b/$broadcastId" params={{ broadcastId }}>
                    {t('home.not_sent', { title })}
                  </Link>
                </p>
                <p className={styles.where}>{networks.map(({ name }) => name).join(', ')}</p>
              </div>
            </li>
          ))}
          {broadcasts.map(({ broadcastId, from, title, networkName, acknowledgeBy }) => (
            <li key={broadcastId} className={styles.item}>
              <Megaphone aria-hidden size={18} />
              <div>
                <p>
                  <Link to="/b/$broadcastId" params={{ broadcastId }}>
                    {t('home.broadcast', { author: from.name, title })}
                  </Link>
                </p>
                <p className={styles.where}>
                  {networkName}
                  {acknowledgeBy !== null && ` · ${t('home.broadcast_by', { date: date(acknowledgeBy) })}`}
                </p>
              </div>
            </li>
          ))}
          {others > 0 && (
            <li className={styles.item}>
              <Bell aria-hidden size={18} />
              <p>
                <Link to="/inbox">{t('home.others', { count: others })}</Link>
              </p>
            </li>
          )}
          {reports.map(({ network, count }) => (
            <li key={network.slug} className={styles.item}>
              <Flag aria-hidden size={18} />
              <p>
                <Link to="/n/$networkSlug/reports" params={{ networkSlug: network.slug }}>
                  {t('home.reports', { count })}
                </Link>
                {named && <span className={styles.where}>{network.name}</span>}
              </p>
            </li>
          ))}
          {requests > 0 && (
            <li className={styles.item}>
              <Inbox aria-hidden size={18} />
              <p>
                <Link to="/admin/requests">{t('home.requests', { count: requests })}</Link>
              </p>
            </li>
          )}
          {mentions.map(({ id, from, topicId, messageId, topicTitle, channelName, excerpt, createdAt }) => (
            <li key={id} className={styles.item}>
              <AtSign aria-hidden size={18} />
              <div>
                <p>
                  <Link
                    to="/t/$topicId"
                    params={{ topicId }}
                    search={{ m: messageId }}
                    onClick={() => void readNotifications(inbox, [id]).catch(() => undefined)}
                  >
                    {t('home.mention', { author: from.name, topic: topicTitle })}
                  </Link>
                </p>
                <p className={styles.excerpt} dir="auto">
                  {excerptText(excerpt, t)}
                </p>
                <p className={styles.where}>
                  {channelName} <Moment at={createdAt} />
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      <SinceList channels={direct} marking={marking} named={named} />
    </>
  );
}
