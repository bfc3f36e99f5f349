/** The smallest parts of a message's text: words, whom it mentions, what of the timeline it names, and where it leads. */
import { called } from '@hub/contracts/excerpt';
import type { ComponentType, ReactNode } from 'react';
import type { Translate } from '../../../i18n';
import { otherPlace } from '../links';
import { mentionWords } from '../../../mention-words';
import { isMeant, type Reader } from '../mentions';
import type { Part } from '../message-parts';
import styles from './message-part.module.css';

interface PartsProps {
  parts: readonly Part[];
  reader: Reader;
  t: Translate;
  /** What shows a mark; a word where it is left out. */
  Mark?: ComponentType<MarkProps>;
}

export interface MarkProps {
  mark: Extract<Part, { kind: 'mark' }>['mark'];
  /** What is said of it where no more is known. */
  word: string;
}

export function Parts({ parts, reader, t, Mark }: PartsProps) {
  return parts.map((part, index) => {
    switch (part.kind) {
      case 'text':
        return part.text;
      case 'link':
        return (
          <TextLink key={index} href={part.href} text={part.text} t={t}>
            {part.text}
          </TextLink>
        );
      case 'mark': {
        const word = `#${mentionWords(t)[part.mark.kind]}`;
        return Mark ? <Mark key={index} mark={part.mark} word={word} /> : word;
      }
      case 'mention': {
        const Tag = isMeant(part.mentioned, reader) ? 'mark' : 'span';
        return (
          <Tag key={index} className={styles.mention}>
            {called(part.mentioned, mentionWords(t))}
          </Tag>
        );
      }
    }
  });
}

interface LinkProps {
  href: string;
  /** Its text, without marks. */
  text: string;
  t: Translate;
  children: ReactNode;
}

/** A link out of the message. Where its text names one place and it leads to another, that one is named as well. */
export function TextLink({ href, text, t, children }: LinkProps) {
  const place = otherPlace(href, text);
  const inside = (
    <>
      {children}
      {place !== undefined && <span className={styles.place}> ({place})</span>}
    </>
  );
  const { protocol, origin } = new URL(href);
  if (protocol === 'mailto:' || origin === location.origin) return <a href={href}>{inside}</a>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {inside}
      <span className="visually-hidden"> {t('channels.link_new_tab')}</span>
    </a>
  );
}
