/** What is shown at every address, and where its code comes from. */
import { createElement } from 'react';
import { withTexts } from './i18n';
import { page, useLocation, type Pages } from './router';
import { NotFound } from './ui/not-found';

/** Pages about channels speak of networks and people too. */
const rooms = <T,>(module: Promise<T>) => withTexts('rooms', withTexts('places', module));

/** Pages about inviting speak of networks and people too. */
const invitations = <T,>(module: Promise<T>) => withTexts('invitations', withTexts('places', module));
/** Forms for those who look after networks and partnerships. */
const field = <T,>(module: Promise<T>) => withTexts('field', withTexts('places', module));
/** Pages of those who look after people, or ask what roles give. */
const care = () => withTexts('administration', import('./features/administration/pages'));

const pages: Pages = {
  '/': page(async () => (await withTexts('places', import('./features/home'))).Home),
  '/unread': page(async () => (await withTexts('places', import('./features/reading/ui/unread-route'))).UnreadRoute),
  '/n/$networkSlug': page(
    async () => (await withTexts('places', import('./features/networks/ui/network-route'))).NetworkRoute,
  ),
  '/n/$networkSlug/people': page(
    async () => (await withTexts('places', import('./features/people/ui/directory-route'))).DirectoryRoute,
  ),
  '/n/$networkSlug/invitations': page(
    async () => (await invitations(import('./features/invitations/ui/invitations-route'))).InvitationsRoute,
  ),
  '/n/$networkSlug/invitations/new': page(
    async () => (await invitations(import('./features/invitations/ui/invitation-new-route'))).InvitationNewRoute,
  ),
  '/n/$networkSlug/invitations/many': page(
    async () => (await invitations(import('./features/invitations/ui/invitation-many-route'))).InvitationManyRoute,
  ),
  '/admin/invitations': page(
    async () => (await invitations(import('./features/invitations/ui/all-invitations-route'))).AllInvitationsRoute,
  ),
  '/admin/invitations/new': page(
    async () => (await invitations(import('./features/invitations/ui/administrator-new-route'))).AdministratorNewRoute,
  ),
  '/admin/letters': page(
    async () => (await invitations(import('./features/invitations/ui/letters-route'))).LettersRoute,
  ),
  '/demo/mailbox': page(async () => (await withTexts('entrance', import('./features/entrance/ui/mailbox'))).Mailbox),
  '/n/$networkSlug/channels/new': page(
    async () => (await rooms(import('./features/channels/ui/channel-new-route'))).ChannelNewRoute,
  ),
  '/n/$networkSlug/reports': page(
    async () => (await rooms(import('./features/moderation/ui/reports-route'))).ReportsRoute,
  ),
  '/n/$networkSlug/write/$personId': page(
    async () => (await rooms(import('./features/channels/ui/direct-route'))).DirectRoute,
  ),
  '/n/$networkSlug/c/$channelId': page(
    async () => (await rooms(import('./features/channels/ui/channel-route'))).ChannelRoute,
  ),
  '/n/$networkSlug/c/$channelId/change': page(
    async () => (await rooms(import('./features/channels/ui/channel-change-route'))).ChannelChangeRoute,
  ),
  '/n/$networkSlug/c/$channelId/people': page(
    async () => (await rooms(import('./features/channels/ui/channel-members-route'))).ChannelMembersRoute,
  ),
  '/t/$topicId': page(async () => (await import('./features/conversation/ui/topic-route')).TopicRoute),
  '/p/$partnershipSlug': page(
    async () => (await withTexts('places', import('./features/partnerships/ui/partnership-route'))).PartnershipRoute,
  ),
  '/networks/new': page(async () => (await field(import('./features/networks/ui/network-new-route'))).NetworkNewRoute),
  '/n/$networkSlug/settings': page(
    async () => (await field(import('./features/networks/ui/network-settings-route'))).NetworkSettingsRoute,
  ),
  '/n/$networkSlug/partnerships/new': page(
    async () => (await field(import('./features/partnerships/ui/partnership-new-route'))).PartnershipNewRoute,
  ),
  '/p/$partnershipSlug/settings': page(
    async () => (await field(import('./features/partnerships/ui/partnership-settings-route'))).PartnershipSettingsRoute,
  ),
  '/inbox': page(async () => (await import('./features/notifications/ui/inbox-route')).InboxRoute),
  '/settings': page(async () => (await withTexts('places', import('./features/people/ui/profile-route'))).ProfileRoute),
  '/accessibility': page(
    async () => (await withTexts('help', import('./features/help/ui/accessibility'))).Accessibility,
  ),
  '/privacy': page(async () => (await withTexts('help', import('./features/help/ui/privacy-notice'))).PrivacyNotice),
  '/help': page(async () => (await withTexts('help', import('./features/help/ui/guides'))).Guides),
  '/settings/my-data': page(
    async () => (await withTexts('help', import('./features/privacy/ui/my-data-route'))).MyDataRoute,
  ),
  '/admin/requests': page(
    async () => (await withTexts('help', import('./features/privacy/ui/requests-route'))).RequestsRoute,
  ),
  '/settings/sign-in': page(
    async () => (await withTexts('security', import('./features/security/ui/sign-in-route'))).SignInRoute,
  ),
  '/settings/sign-in/token': page(
    async () => (await withTexts('security', import('./features/security/ui/token-route'))).TokenRoute,
  ),
  '/people/$personId/sessions': page(
    async () =>
      (await withTexts('security', import('./features/security/ui/person-sessions-route'))).PersonSessionsRoute,
  ),
  '/roles': page(async () => (await care()).RolesRoute),
  '/admin': page(async () => (await care()).AdminRoute),
  '/admin/people': page(async () => (await care()).RosterRoute),
  '/admin/people/$personId': page(async () => (await care()).PersonRoute),
  '/admin/people/$personId/give': page(async () => (await care()).GiveRoute),
  '/admin/people/$personId/account': page(async () => (await care()).AccountRoute),
  '/admin/people/$personId/roles/$membershipId': page(async () => (await care()).RoleRoute),
  '/admin/audit': page(async () => (await care()).TrailRoute),
};

/** The page of the reader's place. */
export function Page() {
  const { address } = useLocation();
  return address === undefined ? <NotFound /> : createElement(pages[address]());
}
