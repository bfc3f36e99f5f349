/** What is pinned in a channel, fetched when the reader opens the fold: a line of each message, and the way to it. */
import { useQuery } from '@tanstack/react-query';
import { Pin } from 'lucide-react';
import { useState } from 'react';
import { excerptOf } from '@hub/contracts/excerpt';
import { useT } from '../../../i18n';
import { useHub, useHubEvents } from '../../../live';
import { Link } from '../../../router';
import { Failed, Moment } from '../../../ui';
import styles from './channel-people.module.css';

export function ChannelPins({ channelId }: { channelId: string }) {
  const t = useT();
  const hub = useHub();
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['pins', channelId],
    queryFn: () => hub.call('pin.list', { channelId }),
    enabled: open,
    staleTime: 0,
  });
  useHubEvents((events) => {
    const changes = events.some(
      (event) => 'message' in event && event.channelId === channelId && event.kind !== 'message.sent',
    );
    if (open && changes) void refetch();
  });
  return (
    <details className={styles.pins} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Pin aria-hidden size={17} />
        {t('rooms.pins')}
      </summary>
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <p className={styles.none}>{t('rooms.pins_none')}</p>}
      {data && data.length > 0 && (
        <ul>
          {data.map((message) => (
            <li key={message.id} className={styles.pin}>
              <Link to="/t/$topicId" params={{ topicId: message.topicId }} search={{ m: message.id }}>
                {t('rooms.pin_by', { author: message.author.name })}
              </Link>
              <p className={styles.pinText} dir="auto" lang={message.language ?? undefined}>
                {excerptOf(message.body, message.mentions)}
              </p>
              <Moment at={message.sentAt} className={styles.title} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
