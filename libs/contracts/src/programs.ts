/**
 * What a program may ask with a personal token: the conversation and what is around it, and to read the timeline, whose
 * changes it is told as every client is. What stands in neither list is closed to programs, so nothing new is opened to
 * them by accident: no administration, no ways in, no tokens, no feeds, and no dates changed in a person's name.
 */
import type { RouteName } from './paths.js';
import type { TokenScope } from './security.js';

/** Routes that change nothing, and asking for what one missed. */
export const programsRead = [
  'session.read',
  'profile.read',
  'network.list',
  'network.read',
  'network.directory',
  'partnership.read',
  'channel.list',
  'channel.read',
  'mention.reach',
  'pin.list',
  'presence.read',
  'topic.read',
  'unread.list',
  'message.list',
  'message.history',
  'notification.list',
  'timeline.read',
  'timeline.next',
  'timeline.log',
  'milestone.read',
  'visit.read',
  'band.list',
  'mark.list',
  'sync.resume',
  'sync.backfill',
] as const satisfies readonly RouteName[];

export const programsWrite = [
  'channel.join',
  'channel.leave',
  'channel.mute',
  'direct.open',
  'topic.rename',
  'topic.move',
  'topic.resolve',
  'typing.set',
  'read.move',
  'message.send',
  'message.edit',
  'message.remove',
  'message.pin',
  'message.report',
  'reaction.set',
  'notification.read',
] as const satisfies readonly RouteName[];

const reading: ReadonlySet<RouteName> = new Set(programsRead);
const writing: ReadonlySet<RouteName> = new Set(programsWrite);

export function programMayAsk(scope: TokenScope, name: RouteName): boolean {
  return reading.has(name) || (scope === 'write' && writing.has(name));
}
