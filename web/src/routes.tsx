/** What is shown at every address, and where its code comes from. */
import { createElement } from 'react';
import { withTexts } from './i18n';
import { page, useLocation, type Pages } from './router';
import { NotFound } from './ui/not-found';

const pages: Pages = {
  '/': page(async () => (await withTexts('places', import('./features/home'))).Home),
  '/n/$networkSlug': page(
    async () => (await withTexts('places', import('./features/networks/ui/network-route'))).NetworkRoute,
  ),
  '/n/$networkSlug/people': page(
    async () => (await withTexts('places', import('./features/people/ui/directory-route'))).DirectoryRoute,
  ),
  '/n/$networkSlug/c/$channelId': page(async () => (await import('./features/channels/ui/channel-route')).ChannelRoute),
  '/t/$topicId': page(async () => (await import('./features/channels/ui/topic-route')).TopicRoute),
  '/p/$partnershipSlug': page(
    async () => (await withTexts('places', import('./features/partnerships/ui/partnership-route'))).PartnershipRoute,
  ),
  '/inbox': page(async () => (await import('./features/notifications/ui/inbox-route')).InboxRoute),
  '/settings': page(async () => (await withTexts('places', import('./features/people/ui/profile-route'))).ProfileRoute),
  '/accessibility': page(async () => (await withTexts('entrance', import('./shell/accessibility'))).Accessibility),
};

/** The page of the reader's place. */
export function Page() {
  const { address } = useLocation();
  return address === undefined ? <NotFound /> : createElement(pages[address]());
}
