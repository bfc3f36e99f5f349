/** The part of writing that is loaded when it is first asked for. */
export { GroupReach } from './ui/group-reach';
export { SignOutDialog } from './ui/sign-out-dialog';
export { forgetWords, onlyHere } from './leaving';
