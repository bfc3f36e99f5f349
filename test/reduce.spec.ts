/** How every kind of event changes everything that a client may have loaded. */
import { reduce, reduceStretch, reduceTopicPage, type HubState } from '@hub/client';
import type {
  BroadcastNotification,
  Channel,
  ChannelEvent,
  ChannelPage,
  HubEvent,
  Message,
  MessageNotification,
  NotificationList,
  TopicCard,
  UnreadList,
  UserEvent,
} from '@hub/contracts';
import { describe, expect, it } from '@jest/globals';

type Kind = (ChannelEvent | UserEvent)['kind'];

const me = { id: 'p-me', name: 'Amara Mwansa', initials: 'AM' };
const other = { id: 'p-other', name: 'Lars Ek', initials: 'LE' };
const at = (seq: number) => `2026-11-24T10:${String(seq).padStart(2, '0')}:00.000Z`;

function message(seq: number, more: Partial<Message> = {}): Message {
  return {
    id: `m${seq}`,
    channelId: 'c',
    topicId: 't',
    seq,
    changedSeq: seq,
    version: 1,
    clientId: `k${seq}`,
    author: other,
    body: `Text ${seq}`,
    language: null,
    mentions: [],
    sentAt: at(seq),
    ...more,
  };
}

const quoting = message(4, { replyTo: { id: 'm3', topicId: 't', seq: 3, author: other, excerpt: 'Text 3' } });
const facts: Channel = {
  id: 'c',
  slug: 'water',
  name: 'Water',
  kind: 'thematic',
  purpose: '',
  archived: false,
  sensitive: false,
};
const card = { ...facts, networkId: 'n', lastSeq: 5, lastMessageAt: at(5), muted: false, readFromSeq: 1 };
const announcements = { ...card, id: 'a', kind: 'announcements' as const, name: 'Announcements', lastSeq: 1 };
const topic: TopicCard = {
  id: 't',
  channelId: 'c',
  title: 'Pump tests',
  resolved: false,
  createdBy: other.id,
  messages: 3,
  lastSeq: 4,
  lastMessageAt: at(4),
  lastAuthor: other,
  excerpt: 'Text 4',
  reading: { epoch: 0, seq: 2, unread: 2 },
};
const latestTopic: TopicCard = {
  ...topic,
  id: 'u',
  title: 'Wells',
  messages: 1,
  lastSeq: 5,
  lastMessageAt: at(5),
  excerpt: 'Text 5',
  reading: { epoch: 2, seq: 5, unread: 0 },
};
const member = { ...me, title: 'Expert', timeZone: 'Africa/Lusaka' };
const otherMember = { ...other, title: 'Mentor', timeZone: 'Europe/Stockholm' };
const may = { post: true, mentionGroups: true, manage: false, moderate: false, leave: true };
const page: ChannelPage = {
  ...card,
  network: { id: 'n', slug: 'climate', name: 'Climate' },
  partnership: null,
  members: [member, otherMember],
  topics: [latestTopic, topic],
  may,
};
const unreadTopic = {
  id: 't',
  title: 'Pump tests',
  reading: topic.reading,
  lastSeq: 4,
  lastMessageAt: at(4),
  excerpt: 'Text 4',
  lastAuthorName: other.name,
};
const unread: UnreadList = {
  channels: [
    {
      id: 'c',
      name: 'Water',
      kind: 'thematic',
      muted: false,
      readFromSeq: 1,
      lastSeq: 5,
      network: { slug: 'climate', name: 'Climate' },
      topics: [unreadTopic],
    },
  ],
};
const notification: MessageNotification = {
  id: 'f1',
  kind: 'mention',
  needs: 'me',
  count: 1,
  group: null,
  doneAt: null,
  laterUntil: null,
  from: other,
  networkSlug: 'climate',
  networkName: 'Climate',
  channelId: 'c',
  channelName: 'Water',
  sensitive: false,
  topicId: 't',
  topicTitle: 'Pump tests',
  messageId: 'm3',
  messageSeq: 3,
  excerpt: 'Text 3',
  createdAt: at(3),
  readAt: null,
};
const broadcast: BroadcastNotification = {
  id: 'f2',
  kind: 'broadcast',
  needs: 'me',
  count: 1,
  doneAt: null,
  laterUntil: null,
  from: other,
  broadcastId: 'b1',
  version: 1,
  title: 'Reports are due',
  language: 'en',
  networkName: 'Climate',
  acknowledge: true,
  acknowledgeBy: null,
  acknowledgedAt: null,
  createdAt: at(4),
  readAt: null,
};
const notifications: NotificationList = { notifications: [notification], unread: 1, needsMe: 1 };
const stretch = { messages: [message(2), message(3), quoting], hasOlder: false, hasNewer: false };

const before: HubState = {
  me: me.id,
  readings: {},
  channels: { c: page },
  messages: { t: stretch },
  pins: { c: [message(2, { pinned: true })] },
  cards: { n: [announcements, card] },
  unread,
  notifications,
};

/** What the state has of the channel after `seq`, with nothing else changed. */
function at6(changes: Partial<ChannelPage> = {}, cardChanges: object = {}): Partial<HubState> {
  return {
    channels: { c: { ...page, lastSeq: 6, ...cardChanges, ...changes } },
    cards: { n: [announcements, { ...card, lastSeq: 6, ...cardChanges }] },
  };
}

const unreadWith = (...topics: UnreadList['channels'][number]['topics']): UnreadList => ({
  channels: unread.channels.map((one) => ({ ...one, topics })),
});

interface Case {
  what: string;
  event: HubEvent;
  after: Partial<HubState>;
  /** Left out afterwards, to be loaded afresh. */
  lost?: (keyof HubState)[];
  from?: HubState;
}

const ofChannel = { channelId: 'c', seq: 6 };
const edited = message(4, { ...quoting, body: '**New** text', version: 2, changedSeq: 6, editedAt: at(6) });
const reacted = message(3, {
  changedSeq: 6,
  reactions: [{ reaction: 'agree', people: [{ id: me.id, name: me.name }] }],
});
const tombstone = message(3, { body: '', changedSeq: 6, removed: { by: 'author', reason: '' } });
const pinned = message(3, { changedSeq: 6, pinned: true });
const renamed = { ...facts, name: 'Drinking water', sensitive: true };

const ofQuestion = { networkId: 'n', questionId: 'q' };

/** The list test: TypeScript refuses it as long as a kind has no case. */
const cases: Record<Kind, Case[]> = {
  'question.changed': [
    {
      what: 'which pages that show it load afresh',
      event: { kind: 'question.changed', ...ofChannel, ...ofQuestion },
      after: at6({}),
    },
  ],
  'answer.posted': [
    {
      what: 'which pages that show its question load afresh',
      event: { kind: 'answer.posted', ...ofChannel, ...ofQuestion },
      after: at6({}),
    },
  ],
  'question.told': [
    {
      what: 'which pages that show it load afresh',
      event: { kind: 'question.told', userSeq: 1, questionId: 'q' },
      after: {},
    },
  ],
  'message.sent': [
    {
      what: 'in a topic that is known',
      event: { kind: 'message.sent', ...ofChannel, topicTitle: 'Pump tests', message: message(6) },
      after: {
        ...at6(
          {
            topics: [
              {
                ...topic,
                messages: 4,
                lastSeq: 6,
                lastMessageAt: at(6),
                excerpt: 'Text 6',
                reading: { ...topic.reading, unread: 3 },
              },
              latestTopic,
            ],
          },
          { lastMessageAt: at(6) },
        ),
        messages: { t: { ...stretch, messages: [...stretch.messages, message(6)] } },
        unread: unreadWith({
          ...unreadTopic,
          reading: { ...topic.reading, unread: 3 },
          lastSeq: 6,
          lastMessageAt: at(6),
          excerpt: 'Text 6',
        }),
      },
    },
    {
      what: "one's own, in a topic in which nothing was unread",
      event: {
        kind: 'message.sent',
        ...ofChannel,
        topicTitle: 'Wells',
        message: message(6, { topicId: 'u', author: me }),
      },
      after: at6(
        {
          topics: [
            { ...latestTopic, messages: 2, lastSeq: 6, lastMessageAt: at(6), lastAuthor: me, excerpt: 'Text 6' },
            topic,
          ],
        },
        { lastMessageAt: at(6) },
      ),
    },
    {
      what: 'that opens a topic',
      event: { kind: 'message.sent', ...ofChannel, topicTitle: 'Taps', message: message(6, { topicId: 'v' }) },
      after: {
        ...at6(
          {
            topics: [
              {
                ...topic,
                id: 'v',
                title: 'Taps',
                messages: 1,
                lastSeq: 6,
                lastMessageAt: at(6),
                excerpt: 'Text 6',
                reading: { epoch: 0, seq: 1, unread: 1 },
              },
              latestTopic,
              topic,
            ],
          },
          { lastMessageAt: at(6) },
        ),
        unread: unreadWith(
          {
            ...unreadTopic,
            id: 'v',
            title: 'Taps',
            reading: { epoch: 0, seq: 1, unread: 1 },
            lastSeq: 6,
            lastMessageAt: at(6),
            excerpt: 'Text 6',
          },
          unreadTopic,
        ),
      },
    },
    {
      what: 'of a topic that moved here, read before, and removed before',
      event: {
        kind: 'message.sent',
        ...ofChannel,
        topicTitle: 'Taps',
        message: message(6, { topicId: 'v', body: '', removed: { by: 'author', reason: '' } }),
      },
      from: {
        ...before,
        readings: {
          v: { kind: 'read.moved', userSeq: 9, channelId: 'c', topicId: 'v', reading: { epoch: 3, seq: 5, unread: 7 } },
        },
      },
      after: at6(
        {
          topics: [
            {
              ...topic,
              id: 'v',
              title: 'Taps',
              messages: 1,
              lastSeq: 6,
              lastMessageAt: at(6),
              excerpt: '',
              reading: { epoch: 3, seq: 5, unread: 0 },
            },
            latestTopic,
            topic,
          ],
        },
        { lastMessageAt: at(6) },
      ),
    },
    {
      what: 'in a channel whose page is not loaded: how far its topic had been read is not known',
      event: {
        kind: 'message.sent',
        ...ofChannel,
        topicTitle: 'Wells',
        message: message(6, { topicId: 'u' }),
      },
      from: { ...before, channels: {} },
      after: { cards: at6({}, { lastMessageAt: at(6) }).cards },
      lost: ['unread'],
    },
  ],
  'message.edited': [
    {
      what: 'the latest of its topic',
      event: { kind: 'message.edited', ...ofChannel, message: edited },
      after: {
        ...at6({ topics: [latestTopic, { ...topic, excerpt: 'New text' }] }),
        messages: { t: { ...stretch, messages: [message(2), message(3), edited] } },
        unread: unreadWith({ ...unreadTopic, excerpt: 'New text' }),
      },
    },
    {
      what: 'one that is quoted, mentions the reader, and was loaded in a newer state',
      event: { kind: 'message.edited', ...ofChannel, message: message(3, { body: 'Less', changedSeq: 6 }) },
      from: { ...before, messages: { t: { ...stretch, messages: [message(3, { changedSeq: 7 }), quoting] } } },
      after: {
        ...at6(),
        messages: {
          t: {
            ...stretch,
            messages: [
              message(3, { changedSeq: 7 }),
              { ...quoting, replyTo: { id: 'm3', topicId: 't', seq: 3, author: other, excerpt: 'Less' } },
            ],
          },
        },
        notifications: { notifications: [{ ...notification, excerpt: 'Less' }], unread: 1, needsMe: 1 },
      },
    },
  ],
  'message.removed': [
    {
      what: 'an unread one that is quoted',
      event: { kind: 'message.removed', ...ofChannel, message: tombstone },
      after: {
        ...at6({ topics: [latestTopic, { ...topic, reading: { ...topic.reading, unread: 1 } }] }),
        messages: {
          t: {
            ...stretch,
            messages: [
              message(2),
              tombstone,
              { ...quoting, replyTo: { id: 'm3', topicId: 't', seq: 3, author: other, excerpt: '' } },
            ],
          },
        },
        unread: unreadWith({ ...unreadTopic, reading: { ...topic.reading, unread: 1 } }),
        notifications: { notifications: [{ ...notification, excerpt: '' }], unread: 1, needsMe: 1 },
      },
    },
    {
      what: 'one that was read and pinned',
      event: {
        kind: 'message.removed',
        ...ofChannel,
        message: message(2, { body: '', changedSeq: 6, removed: { by: 'moderator', reason: 'Rude.' } }),
      },
      after: {
        ...at6(),
        messages: {
          t: {
            ...stretch,
            messages: [
              message(2, { body: '', changedSeq: 6, removed: { by: 'moderator', reason: 'Rude.' } }),
              message(3),
              quoting,
            ],
          },
        },
        pins: { c: [] },
      },
    },
  ],
  'message.pinned': [
    {
      what: 'another pin comes first',
      event: { kind: 'message.pinned', ...ofChannel, message: pinned },
      after: {
        ...at6(),
        messages: { t: { ...stretch, messages: [message(2), pinned, quoting] } },
        pins: { c: [pinned, message(2, { pinned: true })] },
      },
    },
    {
      what: 'a pin is taken out',
      event: { kind: 'message.pinned', ...ofChannel, message: message(2, { changedSeq: 6 }) },
      after: {
        ...at6(),
        messages: { t: { ...stretch, messages: [message(2, { changedSeq: 6 }), message(3), quoting] } },
        pins: { c: [] },
      },
    },
  ],
  'reaction.changed': [
    {
      what: 'shows who',
      event: { kind: 'reaction.changed', ...ofChannel, message: reacted },
      after: { ...at6(), messages: { t: { ...stretch, messages: [message(2), reacted, quoting] } } },
    },
  ],
  'topic.changed': [
    {
      what: 'has another title, and is settled',
      event: {
        kind: 'topic.changed',
        ...ofChannel,
        topicId: 't',
        // As it is today: its later messages are still to be told.
        topic: { ...topic, title: 'Pumps', resolved: true, messages: 9, lastSeq: 12 },
      },
      after: {
        ...at6({ topics: [latestTopic, { ...topic, title: 'Pumps', resolved: true }] }),
        unread: unreadWith({ ...unreadTopic, title: 'Pumps' }),
        notifications: { notifications: [{ ...notification, topicTitle: 'Pumps' }], unread: 1, needsMe: 1 },
      },
    },
    {
      what: 'moved away',
      event: { kind: 'topic.changed', ...ofChannel, topicId: 't', topic: null },
      from: { ...before, pins: { c: [message(5, { topicId: 'u', pinned: true }), message(2, { pinned: true })] } },
      after: {
        channels: { c: { ...page, lastSeq: 6, topics: [latestTopic] } },
        messages: {},
        pins: { c: [message(5, { topicId: 'u', pinned: true })] },
        cards: {},
        unread: unreadWith(),
      },
      lost: ['notifications'],
    },
    {
      what: 'moved away, and with it what is quoted elsewhere',
      event: { kind: 'topic.changed', ...ofChannel, topicId: 'u', topic: null },
      from: {
        ...before,
        messages: {
          t: {
            ...stretch,
            messages: [message(3, { replyTo: { id: 'm5', topicId: 'u', seq: 5, author: other, excerpt: 'Text 5' } })],
          },
        },
      },
      after: {
        channels: { c: { ...page, lastSeq: 6, lastMessageAt: at(4), topics: [topic] } },
        messages: { t: { ...stretch, messages: [message(3)] } },
        cards: {},
      },
    },
  ],
  'channel.changed': [
    {
      what: 'has another name, and is closed',
      event: { kind: 'channel.changed', ...ofChannel, channel: { ...renamed, archived: true } },
      after: {
        ...at6({ may: { ...may, post: false, mentionGroups: false } }, { ...renamed, archived: true }),
        unread: { channels: unread.channels.map((one) => ({ ...one, name: 'Drinking water' })) },
        notifications: {
          notifications: [{ ...notification, channelName: 'Drinking water', sensitive: true }],
          unread: 1,
          needsMe: 1,
        },
      },
    },
    {
      what: 'is opened again: what the reader may do in it is not known',
      event: { kind: 'channel.changed', ...ofChannel, channel: facts },
      from: { ...before, channels: { c: { ...page, archived: true } }, cards: {} },
      after: { channels: {} },
    },
  ],
  'member.joined': [
    {
      what: 'stands where the hub lists them',
      event: { kind: 'member.joined', ...ofChannel, person: { ...otherMember, id: 'p-new', name: 'Bo Å' } },
      after: at6({ members: [member, { ...otherMember, id: 'p-new', name: 'Bo Å' }, otherMember] }),
    },
  ],
  'member.left': [
    {
      what: 'is in it no more',
      event: { kind: 'member.left', ...ofChannel, personId: other.id },
      after: at6({ members: [member] }),
    },
  ],
  'person.erased': [
    {
      what: 'may be named anywhere in the channel',
      event: { kind: 'person.erased', ...ofChannel, personId: other.id },
      after: { channels: {}, messages: {}, pins: {}, cards: {} },
      lost: ['unread', 'notifications'],
    },
  ],
  // What they change of a timeline stands in reduce-timeline.spec.
  'milestone.changed': [
    {
      what: 'moves the cursor only',
      event: {
        kind: 'milestone.changed',
        ...ofChannel,
        networkId: 'n',
        milestone: {
          id: 'ms',
          itemId: 'i',
          partnershipId: null,
          plannedOn: '2026-11-30',
          forecastOn: null,
          actualOn: null,
          state: 'on_track',
          late: false,
          version: 2,
        },
      },
      after: at6(),
    },
  ],
  'visit.changed': [
    {
      what: 'moves the cursor only',
      event: {
        kind: 'visit.changed',
        ...ofChannel,
        networkId: 'n',
        visit: {
          id: 'v',
          partnershipId: 's',
          hostSide: 'swedish',
          host: null,
          startsOn: '2026-11-30',
          endsOn: '2026-12-02',
          plannedOn: '2026-11-30',
          state: 'planned',
          hasLessons: false,
          version: 2,
        },
      },
      after: at6(),
    },
  ],
  'plan.changed': [
    { what: 'moves the cursor only', event: { kind: 'plan.changed', ...ofChannel, networkId: 'n' }, after: at6() },
  ],
  'event.gone': [{ what: 'moves the cursor only', event: { kind: 'event.gone', ...ofChannel }, after: at6() }],
  'notification.created': [
    {
      what: 'stands first',
      event: { kind: 'notification.created', userSeq: 1, notification: { ...notification, id: 'f2' } },
      after: { notifications: { notifications: [{ ...notification, id: 'f2' }, notification], unread: 2, needsMe: 2 } },
    },
    {
      what: 'takes one more in, and stands first again',
      event: {
        kind: 'notification.created',
        userSeq: 1,
        notification: { ...notification, count: 2, createdAt: at(8) },
      },
      from: { ...before, notifications: { notifications: [broadcast, notification], unread: 2, needsMe: 2 } },
      after: {
        notifications: {
          notifications: [{ ...notification, count: 2, createdAt: at(8) }, broadcast],
          unread: 2,
          needsMe: 2,
        },
      },
    },
    {
      what: 'was put off, and comes again',
      event: { kind: 'notification.created', userSeq: 1, notification },
      from: { ...before, notifications: { notifications: [], unread: 0, needsMe: 0 } },
      after: { notifications: { notifications: [notification], unread: 1, needsMe: 1 } },
    },
  ],
  'notifications.read': [
    {
      what: 'are counted by the hub',
      event: { kind: 'notifications.read', userSeq: 1, ids: ['f1', 'f0'], readAt: at(9), unread: 4 },
      after: { notifications: { notifications: [{ ...notification, readAt: at(9) }], unread: 4, needsMe: 1 } },
    },
  ],
  'notifications.changed': [
    {
      what: 'one is done, or put off, and leaves the open ones',
      event: {
        kind: 'notifications.changed',
        userSeq: 1,
        ids: ['f1'],
        doneAt: at(6),
        laterUntil: null,
        unread: 0,
        needsMe: 0,
      },
      after: { notifications: { notifications: [], unread: 0, needsMe: 0 } },
    },
    {
      what: 'one is taken back: where it stands is not known',
      event: {
        kind: 'notifications.changed',
        userSeq: 1,
        ids: ['f9'],
        doneAt: null,
        laterUntil: null,
        unread: 2,
        needsMe: 2,
      },
      after: {},
      lost: ['notifications'],
    },
  ],
  'broadcast.changed': [
    {
      what: 'is of no notification here',
      event: { kind: 'broadcast.changed', userSeq: 1, broadcastId: 'b9' },
      after: {},
    },
    {
      what: 'may be corrected, or acknowledged: whether it needs the reader is not known',
      event: { kind: 'broadcast.changed', userSeq: 1, broadcastId: 'b1' },
      from: { ...before, notifications: { notifications: [broadcast], unread: 1, needsMe: 1 } },
      after: {},
      lost: ['notifications'],
    },
  ],
  'read.moved': [
    {
      what: 'to the end',
      event: { kind: 'read.moved', userSeq: 1, channelId: 'c', topicId: 't', reading: { epoch: 0, seq: 4, unread: 1 } },
      after: {
        channels: { c: { ...page, topics: [latestTopic, { ...topic, reading: { epoch: 0, seq: 4, unread: 0 } }] } },
        unread: unreadWith(),
      },
    },
    {
      what: 'back, to mark as unread',
      event: { kind: 'read.moved', userSeq: 1, channelId: 'c', topicId: 'u', reading: { epoch: 3, seq: 1, unread: 1 } },
      after: {
        channels: { c: { ...page, topics: [{ ...latestTopic, reading: { epoch: 3, seq: 1, unread: 1 } }, topic] } },
        unread: unreadWith(
          {
            ...unreadTopic,
            id: 'u',
            title: 'Wells',
            reading: { epoch: 3, seq: 1, unread: 1 },
            lastSeq: 5,
            lastMessageAt: at(5),
            excerpt: 'Text 5',
          },
          unreadTopic,
        ),
      },
    },
    {
      what: 'on another device, earlier',
      event: { kind: 'read.moved', userSeq: 1, channelId: 'c', topicId: 't', reading: { epoch: 0, seq: 2, unread: 9 } },
      after: {},
    },
  ],
  'channel.gained': [
    {
      what: 'stands where the hub lists it; what is unread in it is not known',
      event: { kind: 'channel.gained', userSeq: 1, channel: { ...card, id: 'b', name: 'Agriculture' } },
      after: { cards: { n: [announcements, { ...card, id: 'b', name: 'Agriculture' }, card] } },
      lost: ['unread', 'notifications'],
    },
  ],
  'channel.lost': [
    {
      what: 'leaves nothing behind',
      event: { kind: 'channel.lost', userSeq: 1, channelId: 'c' },
      after: {
        channels: {},
        messages: {},
        pins: {},
        cards: { n: [announcements] },
        unread: { channels: [] },
        notifications: { notifications: [], unread: 0, needsMe: 0 },
      },
    },
  ],
  'channel.muted': [
    {
      what: 'everywhere it is listed',
      event: { kind: 'channel.muted', userSeq: 1, channelId: 'c', muted: true },
      after: {
        channels: { c: { ...page, muted: true } },
        cards: { n: [announcements, { ...card, muted: true }] },
        unread: { channels: unread.channels.map((one) => ({ ...one, muted: true })) },
      },
    },
  ],
};

const upTo =
  ({ channelId, seq }: ChannelEvent) =>
  (one: UnreadList['channels'][number]) =>
    one.id === channelId ? { ...one, lastSeq: seq } : one;

describe.each(Object.entries(cases))('%s', (_, ofKind) => {
  it.each(ofKind)('$what', ({ event, after, lost = [], from = before }) => {
    const expected = { ...from, ...after };
    for (const part of lost) expected[part] = undefined as never;
    if (event.kind === 'read.moved') expected.readings = { [event.topicId]: event };
    if (expected.unread && 'seq' in event) expected.unread = { channels: expected.unread.channels.map(upTo(event)) };
    expect(reduce(from, event)).toEqual(expected);
  });

  it('changes nothing a second time', () => {
    for (const { event, from = before } of ofKind) {
      const once = reduce(from, event);
      // A notification that was read stays read; what was loaded afresh is not here to be compared.
      expect(reduce(once, event)).toEqual(once);
    }
  });
});

describe('what is beside the state', () => {
  const topicPage = { topic, channel: page };
  const reader = { me: me.id, readings: {} };

  it("is a topic's page, which follows its topic and its channel", () => {
    const [{ event: sent }] = cases['message.sent'] as [Case];
    expect(reduceTopicPage(topicPage, sent, reader)).toMatchObject({
      topic: { messages: 4, lastSeq: 6, reading: { unread: 3 } },
      channel: { lastSeq: 6, lastMessageAt: at(6) },
    });
    const joined = cases['member.joined'][0] as Case;
    expect(reduceTopicPage(topicPage, joined.event, reader)?.channel.members).toHaveLength(3);
    const away: HubEvent = { kind: 'topic.changed', ...ofChannel, topicId: 't', topic: null };
    expect(reduceTopicPage(topicPage, away, reader)).toBeUndefined();
  });

  it('is a stretch that ends before the latest message, which takes no news', () => {
    const middle = { ...stretch, hasNewer: true };
    const news: HubEvent = { kind: 'message.sent', ...ofChannel, topicTitle: '', message: message(6) };
    expect(reduceStretch(middle, 't', news)).toBe(middle);
    expect(reduceStretch(middle, 't', { kind: 'reaction.changed', ...ofChannel, message: reacted })?.messages).toEqual([
      message(2),
      reacted,
      quoting,
    ]);
  });

  it('is a stretch whose topic is told anew in another channel, in whatever order both channels tell it', () => {
    const there: HubEvent = {
      kind: 'message.sent',
      channelId: 'd',
      seq: 2,
      topicTitle: '',
      message: message(2, { channelId: 'd' }),
    };
    expect(reduceStretch(stretch, 't', there)).toBeUndefined();
    const moved = { ...stretch, messages: [message(2, { channelId: 'd' })] };
    const away: HubEvent = { kind: 'topic.changed', ...ofChannel, topicId: 't', topic: null };
    expect(reduceStretch(moved, 't', away)).toBe(moved);
  });

  it.each(['typing.changed', 'presence.changed', 'sync.digest'])('is not %s', (kind) => {
    const event = { kind, channelId: 'c', topicId: 't', heads: [] } as unknown as HubEvent;
    expect(reduce(before, event)).toEqual(before);
  });
});
