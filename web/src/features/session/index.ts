export {
  enter,
  leave,
  readSession,
  sessionEnded,
  useProfile,
  useSession,
  profileChanged,
  wasSignedIn,
} from './session';
