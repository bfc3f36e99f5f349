/**
 * What a person has begun to write, one draft for each conversation and each message that is being edited, kept on this
 * device until it is sent. Drafts are kept by person, so that a shared computer shows nobody another's words.
 */
import type { maxBodyLength } from '@hub/contracts';
import type { Mentionable } from '../messages';
import { fromTokens } from './mention-tokens';

export const longestBody: typeof maxBodyLength = 10_000;

/** The message that a draft answers, as it is shown above the text. */
export interface Answered {
  id: string;
  author: string;
  excerpt: string;
}

export interface Draft {
  text: string;
  /** The title of a topic that is to be opened. */
  title?: string;
  /** Whom a name in the text means, for those chosen from the list. */
  chosen: Record<string, string>;
  language?: string;
  answers?: Answered;
  /** The version of the message that is being edited here. */
  version?: number;
}

/** A message as it is handed over: mentions are tokens. */
export interface Written {
  body: string;
  topicTitle?: string;
  language?: string;
  replyToId?: string;
}

export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export const emptyDraft: Draft = { text: '', chosen: {} };

export const editOf = (messageId: string): string => `edit:${messageId}`;

export class Drafts {
  private readonly prefix: string;

  constructor(
    private readonly storage: () => DraftStorage,
    personId: string,
  ) {
    this.prefix = `draft:${personId}:`;
  }

  /** The draft of a conversation; an empty one where nothing, or nothing readable, is stored. */
  read(conversation: string): Draft {
    try {
      return readable(this.storage().getItem(this.key(conversation)));
    } catch {
      return emptyDraft;
    }
  }

  /** False when this device refuses to keep it. */
  write(conversation: string, draft: Draft): boolean {
    try {
      const text = stored(draft);
      if (text === null) this.storage().removeItem(this.key(conversation));
      else this.storage().setItem(this.key(conversation), text);
      return true;
    } catch {
      return false;
    }
  }

  /** How many texts have been begun and not been sent. */
  begun(): number {
    return this.all().filter((conversation) => this.read(conversation).text.trim() !== '').length;
  }

  forget(): void {
    for (const conversation of this.all()) this.write(conversation, emptyDraft);
  }

  /** Where a draft is kept, for those who wait for another tab to change it. */
  key(conversation: string): string {
    return `${this.prefix}${conversation}`;
  }

  private all(): string[] {
    return keysOf(this.storage, this.prefix);
  }
}

/** What is kept behind a prefix, by the rest of its keys; nothing where storage refuses. */
export function keysOf(open: () => DraftStorage, prefix: string): string[] {
  try {
    const storage = open();
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
    return keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  } catch {
    return [];
  }
}

/** How a draft is kept; an empty one leaves nothing. */
export function stored(draft: Draft): string | null {
  return isEmpty(draft) ? null : JSON.stringify(draft);
}

/** What was stored; an empty draft when it cannot be read. */
export function readable(text: string | null): Draft {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isDraft(value) ? value : emptyDraft;
  } catch {
    return emptyDraft;
  }
}

/** A draft to which a message that was not sent has returned, after what has been written meanwhile. */
export function withText(draft: Draft, { body, topicTitle, language }: Written, people: readonly Mentionable[]): Draft {
  const { text, chosen } = fromTokens(body, people);
  return {
    ...draft,
    text: draft.text === '' ? text : `${draft.text}\n\n${text}`,
    title: draft.title || topicTitle,
    chosen: { ...draft.chosen, ...chosen },
    language: language ?? draft.language,
  };
}

export function isEmpty(draft: Draft): boolean {
  return draft.text === '' && !draft.title && !draft.answers;
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const { text, title, chosen, language, answers, version } = value as Record<string, unknown>;
  return (
    typeof text === 'string' &&
    (title === undefined || typeof title === 'string') &&
    typeof chosen === 'object' &&
    chosen !== null &&
    (language === undefined || typeof language === 'string') &&
    (answers === undefined || isAnswered(answers)) &&
    (version === undefined || typeof version === 'number')
  );
}

function isAnswered(value: unknown): value is Answered {
  const { id, author, excerpt } = (value ?? {}) as Record<string, unknown>;
  return [id, author, excerpt].every((part) => typeof part === 'string');
}
