/** What can be done with a topic beside writing in it. */
import type { Topic } from '@hub/contracts';
import type { RefObject } from 'react';
import { useT } from '../../../i18n';
import { Menu, MenuItem, MenuLine } from '../../../ui/menu';
import { useConversationTools } from '../conversation-context';
import { topicRights } from '../message-rights';

interface Props {
  anchor: RefObject<HTMLElement | null>;
  topic: Topic;
  onResolve(resolved: boolean): void;
  onClose(): void;
}

export function TopicMenu({ anchor, topic, onResolve, onClose }: Props) {
  const t = useT();
  const { channel, open, reader, mute } = useConversationTools();
  const may = topicRights(topic, reader.id, channel);
  return (
    <Menu anchor={anchor} label={t('channels.topic_menu')} onClose={onClose}>
      <MenuItem onChoose={() => open({ kind: 'date' })}>{t('tools.date')}</MenuItem>
      {may.resolve && (
        <MenuItem onChoose={() => onResolve(!topic.resolved)}>
          {t(topic.resolved ? 'tools.reopen' : 'tools.resolve')}
        </MenuItem>
      )}
      {may.rename && <MenuItem onChoose={() => open({ kind: 'rename' })}>{t('tools.rename')}</MenuItem>}
      {may.move && <MenuItem onChoose={() => open({ kind: 'move' })}>{t('tools.move')}</MenuItem>}
      {/* Every other channel has a page of its own, which says so. */}
      {channel.kind === 'direct' && (
        <MenuItem onChoose={() => mute(!channel.muted)}>{t(channel.muted ? 'tools.unmute' : 'tools.mute')}</MenuItem>
      )}
      <MenuLine />
      <MenuItem onChoose={() => open({ kind: 'keys' })}>{t('keys.title')}</MenuItem>
    </Menu>
  );
}
