export { unreadIn } from './unread-counts';
export type { ShownChannel } from './kept-topics';
export { useMarking, type Marking } from './use-marking';
export { useUnread, useUnreadCounts } from './use-unread';
export { MarkingFailed } from './ui/marking-failed';
export { SinceList } from './ui/since-list';
export { UnreadBadge } from './ui/unread-badge';
