/** What every row of a conversation needs to know and can ask for; the same object as long as the channel is the same. */
import type { ChannelPage, Message, Profile, Reaction } from '@hub/contracts';
import { createContext, use } from 'react';
import type { Mentionable, Outgoing } from '../messages';
import type { Removal } from './removals';

export type OpenDialog =
  | { kind: 'history' | 'report' | 'remove' | 'evidence'; message: Message }
  | { kind: 'rename' | 'move' | 'date' | 'keys' };

export interface ConversationTools {
  reader: Profile;
  channel: Omit<ChannelPage, 'topics'>;
  /** Everybody in the channel, for the names in what is on its way. */
  people: readonly Mentionable[];
  titleOf(personId: string): string;
  /** A message that is loaded. */
  find(messageId: string): Message | undefined;

  retry(clientId: string): void;
  discard(outgoing: Outgoing): void;
  react(message: Message, reaction: Reaction, on: boolean): void;
  answer(message: Message): void;
  edit(message: Message): void;
  /** The editor closes; the row of the message takes the focus. */
  stopEditing(message: Message): void;
  remove(message: Message): void;
  undoRemoval(message: Message): void;
  pin(message: Message, on: boolean): void;
  copyLink(message: Message): void;
  markUnread(message: Message): void;
  /** Whether the reader wants to be told of this channel only when somebody names them. */
  mute(muted: boolean): void;
  open(dialog: OpenDialog): void;
  /** Leads to a message of this topic. */
  goTo(messageId: string): void;
}

/** What is going on with single messages. */
export interface Underway {
  editing: string | undefined;
  removals: ReadonlyMap<string, Removal>;
}

export const ConversationContext = createContext<ConversationTools | null>(null);
export const UnderwayContext = createContext<Underway>({ editing: undefined, removals: new Map() });

export function useConversationTools(): ConversationTools {
  const tools = use(ConversationContext);
  if (!tools) throw new Error('useConversationTools needs a conversation above it.');
  return tools;
}
