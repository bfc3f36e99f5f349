/** The address of a feed, this once: to be copied, or given to the calendar of this device. */
import type { CalendarFeed } from '@hub/contracts';
import { Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { Button, buttonClass, Field, inputClass } from '../../../ui';
import { feedName } from '../feed-name';
import styles from './calendar.module.css';

export interface Made {
  feed: CalendarFeed;
  address: string;
}

/** The address stands in a field, so that it can be selected where copying is not allowed. */
export function FeedMade({ made: { feed, address }, onDone }: { made: Made; onDone: () => void }) {
  const t = useT();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(address);
      announce(t('calendar.copied'));
    } catch {
      // It is selected: the reader copies it by hand.
    }
  };
  return (
    <div className={styles.made}>
      <Field label={t('calendar.address', { name: feedName(t, feed) })} hint={t('calendar.once')}>
        {(control) => (
          <input
            {...control}
            ref={field}
            className={`${inputClass} ${styles.address}`}
            readOnly
            spellCheck={false}
            autoComplete="off"
            value={address}
          />
        )}
      </Field>
      <div className={styles.actions}>
        <Button look="primary" onClick={() => void copy()}>
          {t('calendar.copy')}
        </Button>
        <a href={address.replace(/^https?:/, 'webcal:')} className={buttonClass()}>
          <Plus aria-hidden size={18} />
          {t('calendar.open_here')}
        </a>
        <Button onClick={onDone}>{t('calendar.done')}</Button>
      </div>
    </div>
  );
}
