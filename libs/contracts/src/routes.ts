/**
 * The one description of every route and command: its input (path segments, query and body together), its answer,
 * and a sentence. The server validates and strips with it, OpenAPI and the access matrix are made from it.
 */
import { z } from 'zod';
import { ChannelPage, MessagePage, SendMessage, SentMessage, TopicPage, pageSize } from './channels.js';
import { Backfill, Backfilled, Resume, Resumed } from './events.js';
import { Id, Slug } from './model.js';
import { Directory, NetworkCard, NetworkPage, PartnershipPage } from './networks.js';
import { NotificationList } from './notifications.js';
import type { RouteName } from './paths.js';
import { DemonstrationPerson, Profile, ProfileChange, SessionState } from './people.js';

export interface Contract {
  summary: string;
  /** True where somebody without a session is answered too. */
  open?: true;
  input: z.ZodType;
  output: z.ZodType;
}

const nothing = z.object({});

export const routes = {
  'session.read': { summary: 'Who is signed in here', open: true, input: nothing, output: SessionState },
  'session.end': { summary: 'Sign out; open sockets of the session are closed', input: nothing, output: nothing },
  'demonstration.people': {
    summary: 'The people a visitor of the demonstration may be; absent outside the demonstration',
    open: true,
    input: nothing,
    output: z.array(DemonstrationPerson),
  },
  'demonstration.enter': {
    summary: 'Sign in as one of them',
    open: true,
    input: z.object({ personId: Id }),
    output: SessionState,
  },
  'profile.read': { summary: "One's own profile", input: nothing, output: Profile },
  'profile.change': { summary: "Change one's own profile", input: ProfileChange, output: Profile },
  'network.list': { summary: 'The networks the reader is in', input: nothing, output: z.array(NetworkCard) },
  'network.read': {
    summary: "A network: people to ask, partnerships, the reader's channels",
    input: z.object({ networkSlug: Slug }),
    output: NetworkPage,
  },
  'network.directory': {
    summary: 'The people of a network; addresses only where their owner opened them',
    input: z.object({ networkSlug: Slug }),
    output: Directory,
  },
  'partnership.read': {
    summary: 'A partnership: parties, project, people, steering group',
    input: z.object({ partnershipSlug: Slug }),
    output: PartnershipPage,
  },
  'channel.read': {
    summary: 'A channel, its members and topics',
    input: z.object({ channelId: Id }),
    output: ChannelPage,
  },
  'topic.read': { summary: 'A topic and its channel', input: z.object({ topicId: Id }), output: TopicPage },
  'message.list': {
    summary: 'A page of a topic, in order: the latest, or those before or after a seq, or those around one',
    input: z
      .object({
        topicId: Id,
        before: z.coerce.number().int().min(1).optional(),
        after: z.coerce.number().int().min(0).optional(),
        around: z.coerce.number().int().min(1).optional(),
        limit: z.coerce.number().int().min(1).max(pageSize).optional(),
      })
      .refine(({ before, after, around }) => [before, after, around].filter((seq) => seq !== undefined).length <= 1, {
        error: 'malformed',
        path: ['around'],
      }),
    output: MessagePage,
  },
  'message.send': {
    summary: 'Send a message; answered after it is stored, once for each clientId',
    input: SendMessage,
    output: SentMessage,
  },
  'notification.list': { summary: 'What concerns the reader, newest first', input: nothing, output: NotificationList },
  'notification.read': {
    summary: 'Mark notifications as read: those named, or all',
    input: z.object({ ids: z.array(Id).max(200).optional() }),
    output: z.object({ unread: z.int() }),
  },
  'sync.resume': { summary: 'Everything since the cursors given', input: Resume, output: Resumed },
  'sync.backfill': { summary: "A channel's events after a seq", input: Backfill, output: Backfilled },
} satisfies Record<RouteName, Contract>;

export type Routes = typeof routes;
export type Input<N extends RouteName> = z.input<Routes[N]['input']>;
export type Parsed<N extends RouteName> = z.output<Routes[N]['input']>;
export type Output<N extends RouteName> = z.output<Routes[N]['output']>;
