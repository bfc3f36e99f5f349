/** Channels that a new network is made with, as they stand in the template. */
import type { TemplateChannel } from '@hub/contracts';
import { Hash, Lock } from 'lucide-react';
import { isClosedGroup } from '../channel-kinds';
import styles from './settings.module.css';

export function TemplateChannelList({ channels }: { channels: readonly TemplateChannel[] }) {
  return (
    <ul className={styles.channels} lang="en">
      {channels.map((channel) => (
        <li key={channel.name}>
          {isClosedGroup(channel) ? <Lock aria-hidden size={16} /> : <Hash aria-hidden size={16} />}
          <div>
            <p className={styles.channelName}>{channel.name}</p>
            <p className={styles.more}>{channel.purpose}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
