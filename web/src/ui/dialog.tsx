/**
 * The browser's own modal dialog with a title and a way out; it gives the focus back to where it was. It stands at the
 * end of the page, so that it looks the same wherever it is opened from.
 */
import { X } from 'lucide-react';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useT } from '../i18n';
import styles from './dialog.module.css';

interface Props {
  title: string;
  /** Called once it is closed, however that came about. */
  onClose(): void;
  children: ReactNode;
}

/** Shown as long as it is rendered. What is marked `data-first` in it gets the focus, else the first that can. */
export function Dialog({ title, onClose, children }: Props) {
  const t = useT();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    element?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);

  return createPortal(
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={id}
      // Keys of the page behind it are not meant.
      onKeyDown={(event) => event.stopPropagation()}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.bar}>
        <h2 id={id}>{title}</h2>
        <button type="button" className={styles.close} onClick={onClose}>
          <X aria-hidden size={20} />
          <span className="visually-hidden">{t('dialog.close')}</span>
        </button>
      </div>
      {children}
    </dialog>,
    document.body,
  );
}

/** The buttons at the end of a dialog, the one that does it last. */
export function DialogButtons({ children }: { children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>;
}
