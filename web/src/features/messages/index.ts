export type { ConversationCache, Place } from './conversation-cache';
export { isMeant, mentionsIn, plainText, type Mentionable, type Reader } from './mentions';
export { firstUnread, type MessageWindow } from './message-window';
export type { Outgoing } from './outgoing';
export { MessageBody } from './ui/message-body';
export { OutgoingState } from './ui/outgoing-state';
export { useConversationCache, useOutgoing } from './use-conversation-cache';
