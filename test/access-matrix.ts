/**
 * Who gets what answer: a row for every route and command (and for each kind of thing it may be asked about), a column
 * for every role in the network asked about, then for any role in another network, for a removed member, and for nobody.
 *
 *   +  answered            -  NOT_FOUND, as if it did not exist
 *   o  answered, with nothing of the network asked about in it
 *   x  FORBIDDEN           !  UNAUTHENTICATED
 */
import type { CommandName, RouteName } from '@hub/contracts';

export type Target = 'network' | 'partnership' | 'thematic' | 'announcements' | 'room' | 'steering' | 'mentors' | 'guests';
export type Mark = '+' | '-' | 'o' | 'x' | '!';

/** `route`, `route@target`, or `route@target live` for the command of the same name on a socket. */
export type RowName = RouteName | `${RouteName}@${Target}` | `${CommandName}${'' | `@${Target}`} live`;

export const columns = 'admin coord advis exper mento partn manag team  polit senio civil commu guest other remov nobod';

const rows: Partial<Record<RowName, string>> = {
  //                             admin coord advis exper mento partn manag team  polit senio civil commu guest other remov nobod
  'session.read':              ' o     +     +     +     +     +     +     +     +     +     +     +     +     o     o     o',
  'session.end':               ' +     +     +     +     +     +     +     +     +     +     +     +     +     +     +     !',
  'demonstration.people':      ' -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -',
  'demonstration.enter':       ' -     -     -     -     -     -     -     -     -     -     -     -     -     -     -     -',
  'profile.read':              ' o     +     +     +     +     +     +     +     +     +     +     +     +     o     o     !',
  'profile.change':            ' o     +     +     +     +     +     +     +     +     +     +     +     +     o     o     !',
  'network.list':              ' +     +     +     +     +     +     +     +     +     +     +     +     +     o     o     !',
  'network.read@network':      ' +     +     +     +     +     +     +     +     +     +     +     +     +     -     -     !',
  'network.directory@network': ' +     +     +     +     +     +     +     +     +     +     +     +     -     -     -     !',
  'partnership.read@partnership':' +     +     +     +     +     +     +     +     +     +     +     +     -     -     -     !',
  'channel.read@announcements':' +     +     +     +     +     +     +     +     +     +     +     +     -     -     -     !',
  'channel.read@thematic':     ' -     +     +     +     +     +     +     +     +     +     +     +     -     -     -     !',
  'channel.read@room':         ' -     -     -     -     -     +     +     +     +     +     +     -     -     -     -     !',
  'channel.read@steering':     ' -     -     -     -     -     -     -     -     +     +     -     -     -     -     -     !',
  'channel.read@mentors':      ' -     +     -     -     +     +     +     -     -     -     -     -     -     -     -     !',
  'channel.read@guests':       ' -     +     +     +     -     -     -     -     -     -     -     +     +     -     -     !',
  'message.send@announcements':' x     +     x     x     x     x     x     x     x     x     x     +     -     -     -     !',
  'notification.list':         ' o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     !',
  'notification.read':         ' o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     !',
  'notification.read live':    ' o     o     o     o     o     o     o     o     o     o     o     o     o     o     o     !',
  'sync.resume@thematic':      ' o     +     +     +     +     +     +     +     +     +     +     +     o     o     o     !',
  'sync.resume@thematic live': ' o     +     +     +     +     +     +     +     +     +     +     +     o     o     o     !',
};

const channelTargets = ['announcements', 'thematic', 'room', 'steering', 'mentors', 'guests'] as const;

/** Whatever is asked about a channel is answered to those who may read it; writing in announcements has its own row. */
const likeReading: [before: RouteName, after: '' | ' live'][] = [
  ['topic.read', ''],
  ['message.list', ''],
  ['message.send', ''],
  ['message.send', ' live'],
  ['sync.backfill', ''],
  ['sync.backfill', ' live'],
];

export const matrix: Partial<Record<RowName, string>> = {
  ...Object.fromEntries(
    likeReading.flatMap(([route, live]) =>
      channelTargets.map((target) => [
        `${route}@${target}${live}`,
        rows[(route === 'message.send' && target === 'announcements' ? `${route}@${target}` : `channel.read@${target}`) as RowName],
      ]),
    ),
  ),
  ...rows,
};
