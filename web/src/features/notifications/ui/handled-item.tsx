/** What is left of an entry that was put away: what became of it, and the way back, which has the focus. */
import { Undo2 } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { useFormats, useT } from '../../../i18n';
import { Button } from '../../../ui';
import type { Handled } from '../use-handled';
import styles from './inbox.module.css';

interface Props {
  handled: Handled;
  /** What it was, for those who do not see where it stands. */
  of: string;
  title: string;
  language: string | undefined;
  onUndo(): void;
}

export function HandledItem({ handled, of, title, language, onUndo }: Props) {
  const t = useT();
  const { upcoming } = useFormats();
  const row = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => row.current?.querySelector('button')?.focus({ preventScroll: true }), []);
  const state =
    handled.how === 'later'
      ? t('notifications.is_later', { at: upcoming(handled.until) })
      : t(`notifications.is_${handled.how}`);
  return (
    <li ref={row} className={styles.handled}>
      <p>
        <span className={styles.state}>{state}</span>{' '}
        <span lang={language} className={styles.title}>
          {title}
        </span>
      </p>
      <Button look="quiet" data-entry aria-label={t('notifications.undo_of', { of })} onClick={onUndo}>
        <Undo2 aria-hidden size={18} />
        {t('notifications.undo')}
      </Button>
    </li>
  );
}
