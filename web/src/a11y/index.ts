export { announce, Announcer } from './announcer';
export { choose, deviceChoices, readAloudChoices, useDeviceChoices, type ReadAloud } from './device-choices';
export { expectPage, pageIsHere, useHeadingFocus, usePageTitle, useUnreadTitle } from './page';
export { takesKeys, usePageKeys } from './page-keys';
