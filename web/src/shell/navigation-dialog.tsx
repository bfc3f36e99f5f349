/** The navigation on a narrow screen: the browser's own modal dialog, closed by choosing, Escape or its button. */
import { Menu, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../i18n';
import { onDeparture } from '../router';
import { Mark } from '../ui';
import { Navigation } from './navigation';
import styles from './navigation.module.css';

export function NavigationDialog() {
  const t = useT();
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);

  useEffect(() => onDeparture(() => dialog.current?.close()), []);

  return (
    <>
      <button
        type="button"
        className={styles.menu}
        aria-haspopup="dialog"
        onClick={() => {
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        <Menu aria-hidden size={24} />
        <span className="visually-hidden">{t('nav.menu')}</span>
      </button>
      <dialog
        ref={dialog}
        className={styles.dialog}
        aria-label={t('nav.menu')}
        closedby="any"
        onClose={() => setOpen(false)}
      >
        {open && (
          <div className={styles.sheet}>
            <div className={styles.sheetBar}>
              <button type="button" className={styles.menu} onClick={() => dialog.current?.close()}>
                <X aria-hidden size={24} />
                <span className="visually-hidden">{t('nav.close')}</span>
              </button>
              <Mark size={26} />
            </div>
            <Navigation label={t('nav.main')} />
          </div>
        )}
      </dialog>
    </>
  );
}
