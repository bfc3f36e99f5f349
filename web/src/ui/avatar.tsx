/** A person's initials, a quiet shape beside their name; hidden from screen readers, which hear the name. */
import styles from './avatar.module.css';

export function Avatar({ initials, size = 'm' }: { initials: string; size?: 's' | 'm' | 'l' }) {
  return (
    <span className={styles.avatar} data-size={size} aria-hidden>
      {initials}
    </span>
  );
}
