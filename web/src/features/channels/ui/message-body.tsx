/** A message's text: paragraphs and lines as written, mentions as names, https addresses as links. */
import { Fragment, memo } from 'react';
import { useT } from '../../../i18n';
import type { Mentionable } from '../mention-tokens';
import { messageParts, type Part } from '../message-parts';
import styles from './message.module.css';

interface Props {
  body: string;
  mentions: readonly Mentionable[];
  language: string | null | undefined;
  readerId: string;
}

export const MessageBody = memo(function MessageBody({ body, mentions, language, readerId }: Props) {
  return (
    <div className={styles.body} lang={language ?? undefined} dir="auto">
      {messageParts(body, mentions).map((lines, paragraph) => (
        <p key={paragraph}>
          {lines.map((parts, line) => (
            <Fragment key={line}>
              {line > 0 && <br />}
              {parts.map((part, index) => (
                <PartView key={index} part={part} readerId={readerId} />
              ))}
            </Fragment>
          ))}
        </p>
      ))}
    </div>
  );
});

function PartView({ part, readerId }: { part: Part; readerId: string }) {
  const t = useT();
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'link':
      return (
        <a href={part.href} {...(isOurs(part.href) ? {} : { target: '_blank', rel: 'noopener noreferrer' })}>
          {part.text}
        </a>
      );
    case 'mention': {
      const name = `@${part.name ?? t('channels.mention_unknown')}`;
      return part.id === readerId ? (
        <mark className={styles.ownMention}>{name}</mark>
      ) : (
        <span className={styles.mention}>{name}</span>
      );
    }
  }
}

function isOurs(href: string): boolean {
  return new URL(href).origin === location.origin;
}
