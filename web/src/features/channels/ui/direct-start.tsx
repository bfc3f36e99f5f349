/** The first message to one person. The topic that carries it has both names: writing feels like writing to a person. */
import type { ChannelPage } from '@hub/contracts';
import { useCallback } from 'react';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link } from '../../../router';
import { PageHeader, Path } from '../../../ui';
import { useProfile } from '../../session';
import { directTitle } from '../direct-title';
import { Composer, PostClosed, type Written } from '../../writing';
import { type Outgoing, useConversationCache, useOutgoing } from '../../messages';
import styles from './channel-route.module.css';
import { useOpenedTopic } from './channel-topics';
import { DirectLine } from './direct-line';
import { OutgoingTopic } from './topic-item';

export function DirectStart({ channel }: { channel: ChannelPage }) {
  const t = useT();
  const hub = useHub();
  const cache = useConversationCache();
  const reader = useProfile();
  const sent = useOpenedTopic();
  const outgoing = useOutgoing(useCallback(({ input }: Outgoing) => input.channelId === channel.id, [channel.id]));
  const { name } = channel;
  const onSend = ({ body, language }: Written) =>
    hub.outbox.add({ channelId: channel.id, topicTitle: directTitle(channel.members), body, language }).then(sent);
  return (
    <div className={styles.direct}>
      <PageHeader
        path={
          <Path>
            <Link to="/n/$networkSlug" params={{ networkSlug: channel.network.slug }} lang="en">
              {channel.network.name}
            </Link>
          </Path>
        }
        lead={
          <div className={styles.lead}>
            <DirectLine channel={channel} />
            <p>{t('rooms.direct_first', { name })}</p>
          </div>
        }
      >
        {name}
      </PageHeader>
      {outgoing.length > 0 && (
        <ul className={styles.list}>
          {outgoing.map((item) => (
            <OutgoingTopic
              key={item.input.clientId}
              outgoing={item}
              people={channel.members}
              onRetry={(clientId) => hub.outbox.retry(clientId)}
              onDelete={({ input }) => void cache.outgoing.discard(input.clientId)}
            />
          ))}
        </ul>
      )}
      {channel.may.post ? (
        <Composer
          readerId={reader.id}
          conversation={`direct:${channel.id}`}
          channel={channel}
          label={t('nav.write_to', { name })}
          sendLabel={t('channels.send')}
          onSend={onSend}
        />
      ) : (
        <PostClosed channel={channel} />
      )}
    </div>
  );
}
