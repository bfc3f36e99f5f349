/** Where something that is no conversation is talked about: apart from the composer, so that it comes with such a page. */
export { TalkSection } from './talk-section';
