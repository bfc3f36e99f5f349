export { announce, Announcer } from './announcer';
export { choose, deviceChoices, readAloudChoices, useDeviceChoices, type ReadAloud } from './device-choices';
export { expectPage, useHeadingFocus, usePageTitle, useUnreadTitle } from './page';
export { takesKeys, usePageKeys } from './page-keys';
