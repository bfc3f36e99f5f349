/**
 * The name, method and path of everything that can be asked, without its schemas: all a browser needs to ask.
 * Names are `noun.verb`; `:segments` are taken from the input by their name.
 */
export const paths = {
  'session.read': 'GET /session',
  'session.end': 'DELETE /session',
  'demonstration.people': 'GET /demonstration/people',
  'demonstration.enter': 'POST /demonstration/session',
  'profile.read': 'GET /profile',
  'profile.change': 'PATCH /profile',
  'network.list': 'GET /networks',
  'network.read': 'GET /networks/:networkSlug',
  'network.directory': 'GET /networks/:networkSlug/directory',
  'partnership.read': 'GET /partnerships/:partnershipSlug',
  'channel.read': 'GET /channels/:channelId',
  'topic.read': 'GET /topics/:topicId',
  'message.list': 'GET /topics/:topicId/messages',
  'message.send': 'POST /channels/:channelId/messages',
  'notification.list': 'GET /notifications',
  'notification.read': 'POST /notifications/read',
  'sync.resume': 'POST /sync',
  'sync.backfill': 'GET /channels/:channelId/events',
} as const;

export type RouteName = keyof typeof paths;

/** The routes that a socket takes as commands of the same name, with the same input and answer. */
export const commandNames = ['message.send', 'sync.resume', 'sync.backfill', 'notification.read'] as const;
export type CommandName = (typeof commandNames)[number];

export const apiPrefix = '/api';
