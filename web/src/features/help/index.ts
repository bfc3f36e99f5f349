export { openPage } from './open-pages';
