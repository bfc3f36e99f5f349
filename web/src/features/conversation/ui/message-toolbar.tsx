/** What can be done with a message: two of them at once, the rest in a menu that is loaded when it is first asked for. */
import type { Message } from '@hub/contracts';
import { Ellipsis, Reply, SmilePlus } from 'lucide-react';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { useT } from '../../../i18n';
import { useConversationTools } from '../conversation-context';
import { loadTools } from '../load-tools';
import { messageRights } from '../message-rights';
import styles from './message-toolbar.module.css';

const MessageMenu = lazy(async () => ({ default: (await loadTools()).MessageMenu }));
const ReactionMenu = lazy(async () => ({ default: (await loadTools()).ReactionMenu }));

interface Props {
  message: Message;
  /** Within Tab's way. */
  active: boolean;
}

export function MessageToolbar({ message, active }: Props) {
  const t = useT();
  const { reader, channel, answer } = useConversationTools();
  const [open, setOpen] = useState<'reactions' | 'more'>();
  const opener = useRef<HTMLElement>(null);
  const may = messageRights(message, reader.id, channel);
  const tabIndex = active ? 0 : -1;
  const close = useCallback(() => setOpen(undefined), []);
  const toggle = (which: 'reactions' | 'more', button: HTMLElement) => {
    opener.current = button;
    setOpen((now) => (now === which ? undefined : which));
  };

  const buttons = (
    <div className={styles.toolbar} role="group" aria-label={t('channels.actions')} data-open={open}>
      {may.react && (
        <button
          type="button"
          tabIndex={tabIndex}
          aria-label={t('channels.react')}
          title={t('channels.react')}
          aria-haspopup="menu"
          aria-expanded={open === 'reactions'}
          onClick={(event) => toggle('reactions', event.currentTarget)}
        >
          <SmilePlus aria-hidden size={18} />
        </button>
      )}
      {may.answer && (
        <button
          type="button"
          tabIndex={tabIndex}
          aria-label={t('channels.answer')}
          title={t('channels.answer')}
          onClick={() => answer(message)}
        >
          <Reply aria-hidden size={18} />
        </button>
      )}
      <button
        type="button"
        data-more
        tabIndex={tabIndex}
        aria-label={t('channels.more')}
        title={t('channels.more')}
        aria-haspopup="menu"
        aria-expanded={open === 'more'}
        onClick={(event) => toggle('more', event.currentTarget)}
      >
        <Ellipsis aria-hidden size={18} />
      </button>
    </div>
  );
  return (
    <>
      {buttons}
      <Suspense>
        {open === 'reactions' && <ReactionMenu anchor={opener} message={message} onClose={close} />}
        {open === 'more' && (
          <MessageMenu anchor={opener} message={message} onReact={() => setOpen('reactions')} onClose={close} />
        )}
      </Suspense>
    </>
  );
}
