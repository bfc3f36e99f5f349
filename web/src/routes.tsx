/** What is shown at every address, and where its code comes from. */
import { createElement } from 'react';
import { withTexts } from './i18n';
import { page, placeNow, useLocation, type Address, type Pages } from './router';
import { NotFound } from './ui/not-found';

/** Pages about channels speak of networks and people too. */
const rooms = <T,>(module: Promise<T>) => withTexts('rooms', withTexts('places', module));

const pages = {
  '/': page(async () => (await withTexts('places', import('./features/home'))).Home),
  '/unread': page(async () => (await withTexts('places', import('./features/reading/ui/unread-route'))).UnreadRoute),
  '/n/$networkSlug': page(
    async () => (await withTexts('places', import('./features/networks/ui/network-route'))).NetworkRoute,
  ),
  '/n/$networkSlug/people': page(
    async () => (await withTexts('places', import('./features/people/ui/directory-route'))).DirectoryRoute,
  ),
  '/n/$networkSlug/c/$channelId': page(
    async () => (await rooms(import('./features/channels/ui/channel-route'))).ChannelRoute,
  ),
  '/t/$topicId': page(async () => (await import('./features/conversation/ui/topic-route')).TopicRoute),
  '/p/$partnershipSlug': page(
    async () => (await withTexts('places', import('./features/partnerships/ui/partnership-route'))).PartnershipRoute,
  ),
  '/inbox': page(async () => (await withTexts('inbox', import('./features/notifications/ui/inbox-route'))).InboxRoute),
} satisfies Partial<Pages>;

type Often = keyof typeof pages;
const opened = new Map<Address, Pages[Address]>();

/** Of what is opened seldom, even where its code comes from is loaded with the first of it. */
function pageAt(address: Address): Pages[Address] {
  const known = isOften(address) ? pages[address] : opened.get(address);
  if (known) return known;
  const rare = address as Exclude<Address, Often>;
  const made = page(async () => (await import('./rare-routes')).rarePages[rare]());
  opened.set(address, made);
  return made;
}

function isOften(address: Address): address is Often {
  return address in pages;
}

/** The page of the reader's place. */
export function Page() {
  const { address } = useLocation();
  return address === undefined ? <NotFound /> : createElement(pageAt(address)());
}

/** Loads the page that the app begins with. */
export async function firstPage(): Promise<void> {
  const { address } = placeNow();
  if (address !== undefined) await pageAt(address).ahead();
}
