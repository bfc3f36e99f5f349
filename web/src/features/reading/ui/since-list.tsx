/** Unread topics by channel, newest first; muted channels are folded at the end. */
import { useT } from '../../../i18n';
import type { ShownChannel } from '../kept-topics';
import type { Marking } from '../use-marking';
import { SinceChannel } from './since-channel';
import styles from './since.module.css';

interface Props {
  channels: readonly ShownChannel[];
  marking: Marking;
  /** Whether the networks are worth naming. */
  named: boolean;
}

export function SinceList({ channels, marking, named }: Props) {
  const t = useT();
  const muted = channels.filter((channel) => channel.muted);
  const entry = (channel: ShownChannel) => (
    <li key={channel.id} className={styles.channel}>
      <SinceChannel
        channel={channel}
        named={named}
        onRead={(topics) => marking.mark(channel, topics)}
        onUndo={marking.undo}
      />
    </li>
  );
  return (
    <>
      <ul>{channels.filter((channel) => !channel.muted).map(entry)}</ul>
      {muted.length > 0 && (
        <details className={styles.muted}>
          <summary>{t('unread.muted', { count: muted.length })}</summary>
          <ul>{muted.map(entry)}</ul>
        </details>
      )}
    </>
  );
}
