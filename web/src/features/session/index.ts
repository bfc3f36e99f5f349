export { enter, leave, readSession, sessionEnded, useProfile, useSession, profileChanged } from './session';
