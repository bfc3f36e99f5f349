/** Pages that few readers open, or all of them seldom. Their list has no place in the first load. */
import type { ComponentType } from 'react';
import { addTexts, withTexts } from './i18n';
import { rareTexts } from './rare-texts';
import type { Address } from './router';

addTexts(rareTexts);

/** Pages about channels speak of networks and people too. */
const rooms = <T>(module: Promise<T>) => withTexts('rooms', withTexts('places', module));

/** Pages about inviting speak of networks and people too. */
const invitations = <T>(module: Promise<T>) => withTexts('invitations', withTexts('places', module));
/** Forms for those who look after networks and partnerships. */
const field = <T>(module: Promise<T>) => withTexts('field', withTexts('places', module));
/** A milestone is called as on the timeline, and stands as in texts that name it. */
const milestones = <T>(module: Promise<T>) =>
  withTexts('milestone', withTexts('marks', withTexts('timeline', withTexts('places', module))));
/** Exchange visits. */
const visits = <T>(module: Promise<T>) => withTexts('visits', module);
/** Pages of those who look after people, or ask what roles give. */
const care = () => withTexts('administration', import('./features/administration/pages'));

/** How people want to be told. */
const preferences = () => withTexts('preferences', import('./features/preferences/pages'));
/** What is sent to many at once; languages and roles are named as elsewhere. */
const broadcasts = <T>(module: Promise<T>) => withTexts('broadcasts', withTexts('places', module));
/** Questions name networks, partnerships and people. */
/** Notes are made of answers, and their forms have parts of those of questions. */
const knowledge = <T>(module: Promise<T>) => withTexts('knowledge', questions(module));
const questions = <T>(module: Promise<T>) => withTexts('questions', withTexts('places', module));

/** Timelines name Global Goals and partnerships too. */
const timeline = () => withTexts('timeline', withTexts('places', import('./features/timeline/pages')));

export const rarePages = {
  '/timeline': async () => (await timeline()).TimelineRoute,
  '/n/$networkSlug/timeline': async () => (await timeline()).TimelineRoute,
  '/n/$networkSlug/board': async () => (await timeline()).BoardRoute,
  '/n/$networkSlug/plan/new': async () =>
    (await withTexts('timeline', import('./features/timeline/ui/plan-new-route'))).PlanNewRoute,
  '/m/$milestoneId': async () => (await milestones(import('./features/milestones/ui/milestone-route'))).MilestoneRoute,
  '/n/$networkSlug/write/$personId': async () =>
    (await rooms(import('./features/channels/ui/direct-route'))).DirectRoute,
  '/settings': async () => (await withTexts('places', import('./features/people/ui/profile-route'))).ProfileRoute,
  '/n/$networkSlug/invitations': async () =>
    (await invitations(import('./features/invitations/ui/invitations-route'))).InvitationsRoute,
  '/n/$networkSlug/invitations/new': async () =>
    (await invitations(import('./features/invitations/ui/invitation-new-route'))).InvitationNewRoute,
  '/n/$networkSlug/invitations/many': async () =>
    (await invitations(import('./features/invitations/ui/invitation-many-route'))).InvitationManyRoute,
  '/admin/invitations': async () =>
    (await invitations(import('./features/invitations/ui/all-invitations-route'))).AllInvitationsRoute,
  '/admin/invitations/new': async () =>
    (await invitations(import('./features/invitations/ui/administrator-new-route'))).AdministratorNewRoute,
  '/admin/letters': async () => (await invitations(import('./features/invitations/ui/letters-route'))).LettersRoute,
  '/demo/mailbox': async () => (await withTexts('entrance', import('./features/entrance/ui/mailbox'))).Mailbox,
  '/n/$networkSlug/channels/new': async () =>
    (await rooms(import('./features/channels/ui/channel-new-route'))).ChannelNewRoute,
  '/n/$networkSlug/reports': async () => (await rooms(import('./features/moderation/ui/reports-route'))).ReportsRoute,
  '/n/$networkSlug/c/$channelId/change': async () =>
    (await rooms(import('./features/channels/ui/channel-change-route'))).ChannelChangeRoute,
  '/n/$networkSlug/c/$channelId/people': async () =>
    (await rooms(import('./features/channels/ui/channel-members-route'))).ChannelMembersRoute,
  '/networks/new': async () => (await field(import('./features/networks/ui/network-new-route'))).NetworkNewRoute,
  '/n/$networkSlug/settings': async () =>
    (await field(import('./features/networks/ui/network-settings-route'))).NetworkSettingsRoute,
  '/n/$networkSlug/partnerships/new': async () =>
    (await field(import('./features/partnerships/ui/partnership-new-route'))).PartnershipNewRoute,
  '/p/$partnershipSlug/settings': async () =>
    (await field(import('./features/partnerships/ui/partnership-settings-route'))).PartnershipSettingsRoute,
  '/v/$visitId': async () => (await visits(import('./features/visits/ui/visit-route'))).VisitRoute,
  '/v/$visitId/change': async () => (await visits(import('./features/visits/ui/visit-change-route'))).VisitChangeRoute,
  '/p/$partnershipSlug/visits/new': async () =>
    (await visits(import('./features/visits/ui/visit-new-route'))).VisitNewRoute,
  '/accessibility': async () => (await withTexts('help', import('./features/help/ui/accessibility'))).Accessibility,
  '/privacy': async () => (await withTexts('help', import('./features/help/ui/privacy-notice'))).PrivacyNotice,
  '/help': async () => (await withTexts('help', import('./features/help/ui/guides'))).Guides,
  '/settings/my-data': async () => (await withTexts('help', import('./features/privacy/ui/my-data-route'))).MyDataRoute,
  '/admin/requests': async () =>
    (await withTexts('help', import('./features/privacy/ui/requests-route'))).RequestsRoute,
  '/settings/sign-in': async () =>
    (await withTexts('security', import('./features/security/ui/sign-in-route'))).SignInRoute,
  '/settings/sign-in/token': async () =>
    (await withTexts('security', import('./features/security/ui/token-route'))).TokenRoute,
  '/people/$personId/sessions': async () =>
    (await withTexts('administration', withTexts('security', import('./features/security/ui/person-sessions-route'))))
      .PersonSessionsRoute,
  '/roles': async () => (await care()).RolesRoute,
  '/admin': async () => (await care()).AdminRoute,
  '/admin/networks': async () => (await field(import('./features/networks/ui/networks-care-route'))).NetworksCareRoute,
  '/admin/people': async () => (await care()).RosterRoute,
  '/admin/people/$personId': async () => (await care()).PersonRoute,
  '/admin/people/$personId/give': async () => (await care()).GiveRoute,
  '/admin/people/$personId/account': async () => (await care()).AccountRoute,
  '/admin/people/$personId/roles/$membershipId': async () => (await care()).RoleRoute,
  '/admin/jobs': async () => (await care()).JobsRoute,
  '/admin/audit': async () => (await care()).TrailRoute,
  '/bands': async () => (await withTexts('calendar', import('./features/calendar/ui/bands-route'))).BandsRoute,
  '/settings/calendars': async () =>
    (await withTexts('calendar', import('./features/calendar/ui/calendars-route'))).CalendarsRoute,
  '/settings/notifications': async () => (await preferences()).PreferencesRoute,
  '/n/$networkSlug/notifications': async () => (await preferences()).NetworkMailRoute,
  '/n/$networkSlug/c/$channelId/mail': async () => (await rooms(preferences())).ChannelMailRoute,
  '/n/$networkSlug/broadcasts': async () =>
    (await broadcasts(import('./features/broadcasts/ui/broadcasts-route'))).BroadcastsRoute,
  '/n/$networkSlug/broadcasts/new': async () =>
    (await broadcasts(import('./features/broadcasts/ui/broadcast-new-route'))).BroadcastNewRoute,
  '/n/$networkSlug/reach': async () => (await broadcasts(import('./features/broadcasts/ui/board-route'))).BoardRoute,
  '/b/$broadcastId': async () => (await broadcasts(import('./features/broadcasts/ui/broadcast-route'))).BroadcastRoute,
  '/b/$broadcastId/change': async () =>
    (await broadcasts(import('./features/broadcasts/ui/broadcast-change-route'))).BroadcastChangeRoute,
  '/b/$broadcastId/reach': async () => (await broadcasts(import('./features/broadcasts/ui/reach-route'))).ReachRoute,
  '/questions': async () => (await questions(import('./features/questions/ui/inbox-route'))).InboxRoute,
  '/n/$networkSlug/questions': async () =>
    (await questions(import('./features/questions/ui/questions-route'))).QuestionsRoute,
  '/n/$networkSlug/questions/ask': async () => (await questions(import('./features/questions/ui/ask-route'))).AskRoute,
  '/n/$networkSlug/questions/queue': async () =>
    (await questions(import('./features/questions/ui/queue-route'))).QueueRoute,
  '/n/$networkSlug/questions/rules': async () =>
    (await questions(import('./features/questions/ui/rules-route'))).RulesRoute,
  '/q/$questionId': async () => (await questions(import('./features/questions/ui/question-route'))).QuestionRoute,
  '/knowledge': async () => (await knowledge(import('./features/knowledge/ui/knowledge-route'))).KnowledgeRoute,
  '/k/$number': async () => (await knowledge(import('./features/knowledge/ui/note-route'))).NoteRoute,
  '/k/$number/change': async () => (await knowledge(import('./features/knowledge/ui/change-route'))).ChangeRoute,
  '/answers/$answerId/note': async () =>
    (await knowledge(import('./features/knowledge/ui/publish-route'))).PublishRoute,
  '/settings/away': async () => (await questions(import('./features/questions/ui/away-route'))).AwayRoute,
} satisfies Partial<Record<Address, () => Promise<ComponentType>>>;
