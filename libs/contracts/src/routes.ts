/**
 * The one description of every route and command. The server validates and strips with it, OpenAPI and the access matrix
 * are made from it.
 */
import type { z } from 'zod';
import { administrationRoutes } from './administration.routes.js';
import { calendarRoutes } from './calendar.routes.js';
import type { Contract } from './contract.js';
import { conversationRoutes } from './conversation.routes.js';
import { entranceRoutes } from './entrance.routes.js';
import { fieldRoutes } from './field.routes.js';
import type { RouteName } from './paths.js';
import { peopleRoutes } from './people.routes.js';
import { privacyRoutes } from './privacy.routes.js';
import { questionsRoutes } from './questions.routes.js';
import { reachRoutes } from './reach.routes.js';
import { securityRoutes } from './security.routes.js';
import { timelineRoutes } from './timeline.routes.js';

export const routes = {
  ...peopleRoutes,
  ...entranceRoutes,
  ...securityRoutes,
  ...privacyRoutes,
  ...fieldRoutes,
  ...timelineRoutes,
  ...calendarRoutes,
  ...reachRoutes,
  ...questionsRoutes,
  ...administrationRoutes,
  ...conversationRoutes,
} satisfies Record<RouteName, Contract>;

export type Routes = typeof routes;
export type Input<N extends RouteName> = z.input<Routes[N]['input']>;
export type Parsed<N extends RouteName> = z.output<Routes[N]['input']>;
export type Output<N extends RouteName> = z.output<Routes[N]['output']>;
