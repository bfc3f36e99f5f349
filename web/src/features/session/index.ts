export {
  enter,
  entered,
  isEntrance,
  leave,
  readSession,
  sessionEnded,
  useProfile,
  useSession,
  useSince,
  profileChanged,
} from './session';
export { useLowData } from './use-low-data';
