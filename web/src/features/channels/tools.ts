/** The part of a conversation that is loaded when it is first asked for. */
export { ConversationDialog } from './ui/conversation-dialog';
export { GroupReach } from './ui/group-reach';
export { MessageEditor } from './ui/message-editor';
export { MessageMenu, ReactionMenu } from './ui/message-menus';
export { TopicMenu } from './ui/topic-menu';
export { KeysDialog } from './ui/keys-dialog';
export { SignOutDialog } from './ui/sign-out-dialog';
export { unreadBeside } from './unread-order';
export { forgetWords, onlyHere } from './leaving';
