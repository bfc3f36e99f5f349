/** The frame of a message: who, when, and the text beside the author's initials. */
import type { PersonRef } from '@hub/contracts';
import { useEffect, useRef, type ReactNode } from 'react';
import { useFormats, useT } from '../../../i18n';
import { Link } from '../../../router';
import { Avatar } from '../../../ui';
import styles from './message-article.module.css';
import type { RowLook } from './message-list';

interface ArticleProps {
  author: PersonRef;
  /** What the author is; empty where nothing is known. */
  title: string;
  at: string;
  /** The first of a run names its author. */
  opensRun: boolean;
  mentionsReader?: boolean;
  look: RowLook;
  time: ReactNode;
  children: ReactNode;
}

export function MessageArticle(props: ArticleProps) {
  const { author, title, at, opensRun, mentionsReader = false, look, time, children } = props;
  const t = useT();
  const formats = useFormats();
  const article = useRef<HTMLElement>(null);
  // What a link led to takes the focus, as any link's target does.
  const { marked, focus } = look;
  useEffect(() => (marked || focus > 0 ? focusWhenShown(article.current) : undefined), [marked, focus]);

  return (
    <article
      ref={article}
      // The one that Tab leads to; the arrow keys go on from it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={look.active ? 0 : -1}
      aria-label={t('channels.message_by', { author: author.name, time: formats.time(at) })}
      className={styles.message}
      data-opens-run={opensRun || undefined}
      data-mentions-reader={mentionsReader || undefined}
      data-marked={marked || undefined}
    >
      {opensRun ? <Avatar initials={author.initials} /> : <span className={styles.sideTime}>{time}</span>}
      <div className={styles.content}>
        {opensRun && (
          <p className={styles.head}>
            <span className={styles.author}>{author.name}</span>
            {title && <span className={styles.title}>{title}</span>}
            <span className={styles.time}>{time}</span>
          </p>
        )}
        {children}
      </div>
    </article>
  );
}

interface TimeLinkProps {
  topicId: string;
  messageId: string;
  at: string;
  /** Within Tab's way. */
  active: boolean;
}

/** The time of day, which is the message's permanent link; the whole date shows on hover and focus. */
export function TimeLink({ topicId, messageId, at, active }: TimeLinkProps) {
  const t = useT();
  const { time, full } = useFormats();
  return (
    <Link
      to="/t/$topicId"
      params={{ topicId }}
      search={{ m: messageId }}
      className={styles.timeLink}
      tabIndex={active ? 0 : -1}
      aria-label={t('channels.message_link', { time: full(at) })}
    >
      <time dateTime={at}>{time(at)}</time>
      <span className={styles.whole}>{full(at)}</span>
    </Link>
  );
}

const mostFrames = 30;

/** The list hides a row until it has measured it, and what is hidden takes no focus. Returns how to give up. */
function focusWhenShown(element: HTMLElement | null): () => void {
  let frame = 0;
  const attempt = (left: number) => {
    element?.focus({ preventScroll: true });
    if (left > 0 && document.activeElement !== element) frame = requestAnimationFrame(() => attempt(left - 1));
  };
  attempt(mostFrames);
  return () => cancelAnimationFrame(frame);
}
