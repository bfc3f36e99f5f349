/** The menus of a message: everything that can be done with it, and the eight reactions. */
import type { Message } from '@hub/contracts';
import { gives } from '@hub/contracts/role-rights';
import type { RefObject } from 'react';
import { useT } from '../../../i18n';
import { Menu, MenuItem, MenuLine } from '../../../ui/menu';
import { useConversationTools } from '../conversation-context';
import { messageRights } from '../message-rights';
import { reactedBy, reactionNames, reactionSigns } from '../reactions';
import { mayMakeQuestion, QuestionItems } from './question-items';

interface Props {
  anchor: RefObject<HTMLElement | null>;
  message: Message;
  onClose(): void;
}

export function MessageMenu({ anchor, message, onReact, onClose }: Props & { onReact(): void }) {
  const t = useT();
  const tools = useConversationTools();
  const may = messageRights(message, tools.reader.id, tools.channel);
  return (
    <Menu anchor={anchor} label={t('channels.actions')} onClose={onClose}>
      {may.react && <MenuItem onChoose={onReact}>{t('channels.react')}</MenuItem>}
      {may.answer && <MenuItem onChoose={() => tools.answer(message)}>{t('channels.answer')}</MenuItem>}
      {may.edit && <MenuItem onChoose={() => tools.edit(message)}>{t('tools.edit')}</MenuItem>}
      {may.pin && (
        <MenuItem onChoose={() => tools.pin(message, !message.pinned)}>
          {t(message.pinned ? 'tools.unpin' : 'tools.pin')}
        </MenuItem>
      )}
      <MenuItem onChoose={() => tools.copyLink(message)}>{t('tools.copy_link')}</MenuItem>
      <MenuItem onChoose={() => tools.markUnread(message)}>{t('tools.mark_unread')}</MenuItem>
      {may.history && (
        <MenuItem onChoose={() => tools.open({ kind: 'history', message })}>{t('tools.history')}</MenuItem>
      )}
      {mayProve(message, tools) && (
        <MenuItem onChoose={() => tools.open({ kind: 'evidence', message })}>{t('tools.evidence')}</MenuItem>
      )}
      {mayMakeQuestion(message, tools) && <QuestionItems message={message} />}
      {(may.report || may.remove) && <MenuLine />}
      {may.report && <MenuItem onChoose={() => tools.open({ kind: 'report', message })}>{t('tools.report')}</MenuItem>}
      {may.remove && (
        <MenuItem
          danger
          onChoose={() => (may.remove === 'own' ? tools.remove(message) : tools.open({ kind: 'remove', message }))}
        >
          {t(may.remove === 'own' ? 'tools.remove' : 'tools.remove_other')}
        </MenuItem>
      )}
    </Menu>
  );
}

/** Somebody who changes milestones; which ones, the hub says. What two said to each other, or where all is closed, proves nothing. */
function mayProve({ removed }: Message, { reader, channel }: ReturnType<typeof useConversationTools>): boolean {
  if (removed !== undefined || channel.kind === 'direct' || channel.archived) return false;
  return reader.memberships.some(({ role }) => gives(role, 'timeline') || gives(role, 'own_timeline'));
}

export function ReactionMenu({ anchor, message, onClose }: Props) {
  const t = useT();
  const { reader, react } = useConversationTools();
  return (
    <Menu anchor={anchor} label={t('channels.react')} grid onClose={onClose}>
      {reactionNames.map((reaction) => {
        const own = reactedBy(message, reader.id, reaction);
        return (
          <MenuItem key={reaction} checked={own} onChoose={() => react(message, reaction, !own)}>
            <span aria-hidden>{reactionSigns[reaction]}</span>
            {t(`reaction.${reaction}`)}
          </MenuItem>
        );
      })}
    </Menu>
  );
}
