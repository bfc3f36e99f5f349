import type { ComponentProps } from 'react';
import styles from './button.module.css';

type Look = 'primary' | 'plain' | 'quiet';

interface Props extends ComponentProps<'button'> {
  /** `primary` once a screen, `plain` beside it, `quiet` in bars and rows. */
  look?: Look;
  /** Says that the work is under way; the button stays focusable and takes no second press. */
  busy?: boolean;
}

export function Button({ look = 'plain', busy = false, className, type = 'button', onClick, ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type}
      className={`${buttonClass(look)} ${className ?? ''}`}
      aria-disabled={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    />
  );
}

/** For a link that looks like a button. */
export function buttonClass(look: Look = 'plain'): string {
  return `${styles.button} ${styles[look]}`;
}
