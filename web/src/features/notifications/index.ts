export { Bell } from './ui/bell';
export { useInboxCache } from './use-inbox';
