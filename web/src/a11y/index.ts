export { announce, Announcer } from './announcer';
export { expectPage, useHeadingFocus, usePageTitle } from './page';
