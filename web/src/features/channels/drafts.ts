/**
 * What a person has begun to write, one draft for each conversation, kept on this device until it is sent. Drafts are
 * kept by person, so that a shared computer shows nobody another's words.
 */
import { fromTokens, type Mentionable } from './mention-tokens';

export interface Draft {
  text: string;
  /** The title of a topic that is to be opened. */
  title?: string;
  /** Whom a name in the text means, for people chosen from the list. */
  chosen: Record<string, string>;
  language?: string;
}

/** A message as it is handed over: mentions are tokens. */
export interface Written {
  body: string;
  topicTitle?: string;
  language?: string;
}

export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export const emptyDraft: Draft = { text: '', chosen: {} };

export class Drafts {
  constructor(
    private readonly storage: () => DraftStorage,
    private readonly personId: string,
  ) {}

  /** The draft of a conversation; an empty one where nothing, or nothing readable, is stored. */
  read(conversation: string): Draft {
    try {
      const stored: unknown = JSON.parse(this.storage().getItem(this.key(conversation)) ?? 'null');
      return isDraft(stored) ? stored : emptyDraft;
    } catch {
      return emptyDraft;
    }
  }

  /** False when this device refuses to keep it. */
  write(conversation: string, draft: Draft): boolean {
    try {
      if (isEmpty(draft)) this.storage().removeItem(this.key(conversation));
      else this.storage().setItem(this.key(conversation), JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  private key(conversation: string): string {
    return `draft:${this.personId}:${conversation}`;
  }
}

/** A draft to which a message that was not sent has returned, after what has been written meanwhile. */
export function withText(draft: Draft, { body, topicTitle, language }: Written, people: readonly Mentionable[]): Draft {
  const { text, chosen } = fromTokens(body, people);
  return {
    text: draft.text === '' ? text : `${draft.text}\n\n${text}`,
    title: draft.title || topicTitle,
    chosen: { ...draft.chosen, ...chosen },
    language: language ?? draft.language,
  };
}

export function isEmpty(draft: Draft): boolean {
  return draft.text === '' && !draft.title;
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const { text, title, chosen, language } = value as Record<string, unknown>;
  return (
    typeof text === 'string' &&
    (title === undefined || typeof title === 'string') &&
    typeof chosen === 'object' &&
    chosen !== null &&
    (language === undefined || typeof language === 'string')
  );
}
