/** Every page of the app, its address, and where its code comes from. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { Role } from '@hub/contracts';
import type { PeopleFilter } from './features/people';
import { Fault } from './error-boundary';
import { withTexts } from './i18n';
import { Shell } from './shell/shell';
import { NotFound } from './ui/not-found';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: Fault });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => withTexts('places', import('./features/home')), 'Home'),
});

const network = createRoute({
  getParentRoute: () => root,
  path: '/n/$networkSlug',
  component: lazyRouteComponent(
    () => withTexts('places', import('./features/networks/ui/network-route')),
    'NetworkRoute',
  ),
});

const directory = createRoute({
  getParentRoute: () => root,
  path: '/n/$networkSlug/people',
  validateSearch: (search: Record<string, unknown>): PeopleFilter => ({
    ...(typeof search.words === 'string' && { words: search.words }),
    ...(typeof search.country === 'string' && { country: search.country }),
    ...(typeof search.role === 'string' && { role: search.role as Role }),
  }),
  component: lazyRouteComponent(
    () => withTexts('places', import('./features/people/ui/directory-route')),
    'DirectoryRoute',
  ),
});

const channel = createRoute({
  getParentRoute: () => root,
  path: '/n/$networkSlug/c/$channelId',
  component: lazyRouteComponent(() => import('./features/channels/ui/channel-route'), 'ChannelRoute'),
});

const topic = createRoute({
  getParentRoute: () => root,
  path: '/t/$topicId',
  validateSearch: (search: Record<string, unknown>): { m?: number } => {
    const seq = Number(search.m);
    return Number.isInteger(seq) && seq > 0 ? { m: seq } : {};
  },
  component: lazyRouteComponent(() => import('./features/channels/ui/topic-route'), 'TopicRoute'),
});

const partnership = createRoute({
  getParentRoute: () => root,
  path: '/p/$partnershipSlug',
  component: lazyRouteComponent(
    () => withTexts('places', import('./features/partnerships/ui/partnership-route')),
    'PartnershipRoute',
  ),
});

const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  component: lazyRouteComponent(() => import('./features/notifications/ui/inbox-route'), 'InboxRoute'),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(
    () => withTexts('places', import('./features/people/ui/profile-route')),
    'ProfileRoute',
  ),
});

const accessibility = createRoute({
  getParentRoute: () => root,
  path: '/accessibility',
  component: lazyRouteComponent(() => withTexts('entrance', import('./shell/accessibility')), 'Accessibility'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  beforeLoad: () => {
    throw redirect({ to: '/', replace: true });
  },
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    network,
    directory,
    channel,
    topic,
    partnership,
    inbox,
    settings,
    accessibility,
    signIn,
  ]),
  defaultPreload: false,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
