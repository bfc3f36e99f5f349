export { read as readNotifications } from './inbox-changes';
export { Bell } from './ui/bell';
export { useInboxCache } from './use-inbox';
