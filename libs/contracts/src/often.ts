/** What a browser needs of the routes before it asks for anything: those that every visit asks for, and the commands. */
import type { paths, RouteName } from './paths.js';

/** The others come with the first of them that is asked for. */
export const oftenPaths: Partial<Record<RouteName, string>> = {
  'session.read': 'GET /session',
  'session.end': 'DELETE /session',
  'unread.list': 'GET /unread',
  'topic.read': 'GET /topics/:topicId',
  'channel.read': 'GET /channels/:channelId',
  'pin.list': 'GET /channels/:channelId/pins',
  'presence.read': 'GET /channels/:channelId/presence',
  'message.list': 'GET /topics/:topicId/messages',
  'question.origins': 'GET /questions/origins',
  'message.send': 'POST /channels/:channelId/messages',
  'read.move': 'POST /topics/:topicId/reading',
  'typing.set': 'POST /topics/:topicId/typing',
  'network.list': 'GET /networks',
  'network.read': 'GET /networks/:networkSlug',
  'channel.list': 'GET /networks/:networkSlug/channels',
  'notification.list': 'GET /notifications',
  'notification.read': 'POST /notifications/read',
  'sync.resume': 'POST /sync',
  'sync.backfill': 'GET /channels/:channelId/events',
  'timeline.read': 'GET /timeline',
  'identity.provider': 'GET /identities/provider',
  'demonstration.people': 'GET /demonstration/people',
  'demonstration.enter': 'POST /demonstration/session',
} satisfies Partial<typeof paths>;

/** The routes that a socket takes as commands of the same name, with the same input and answer. */
export const commandNames = [
  'message.send',
  'message.edit',
  'message.remove',
  'message.pin',
  'message.report',
  'reaction.set',
  'topic.rename',
  'topic.move',
  'topic.resolve',
  'channel.create',
  'channel.change',
  'channel.join',
  'channel.leave',
  'channel.archive',
  'channel.mute',
  'direct.open',
  'member.add',
  'member.remove',
  'read.move',
  'typing.set',
  'notification.read',
  'sync.resume',
  'sync.backfill',
] as const satisfies readonly RouteName[];
export type CommandName = (typeof commandNames)[number];

/** What clients ask by themselves: no sign that anybody is there. */
export const askedByItself: ReadonlySet<RouteName> = new Set(['sync.resume', 'sync.backfill']);

export const apiPrefix = '/api';
