/** The part of a conversation that is loaded when it is first asked for. */
export { ConversationDialog } from './ui/conversation-dialog';
export { MessageEditor } from './ui/message-editor';
export { MessageMenu, ReactionMenu } from './ui/message-menus';
export { TopicMenu } from './ui/topic-menu';
export { KeysDialog } from './ui/keys-dialog';
export { unreadBeside } from './unread-order';
