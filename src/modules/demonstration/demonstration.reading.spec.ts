import { expect, it } from '@jest/globals';
import { channels } from './demonstration.channels.js';
import { parseConversation } from './demonstration.conversations.js';
import { readData } from './demonstration.data.js';
import { happeningsOf } from './demonstration.happenings.js';
import { notificationTables } from './demonstration.notifications.js';
import { personas, personOf } from './demonstration.people.js';
import { markerRows, readFrom, readingOf } from './demonstration.reading.js';
import type { Row } from './demonstration.rows.js';

const now = new Date('2026-11-24T09:12:00Z');
const data = readData();
const people = personas(data, now);
const rooms = channels(data, now);
const advisor = personOf(people, 'climate.advisor');
const water = rooms.get('climate/water')?.id ?? '';

/** The advisor was here five days ago, and came into the channel thirty days ago. */
function readingBy(text: string) {
  const happenings = happeningsOf('climate', parseConversation('a.md', text), { people, channels: rooms, now });
  const joinedAt = new Date('2026-10-25T00:00:00Z');
  const place = { personId: advisor.id, channelId: water, joinedAt, direct: false };
  const reader = { person: advisor, lastHere: new Date('2026-11-19T12:00:00Z') };
  const reading = readingOf(reader, happenings, [place]);
  const { tables, eventSeqs } = notificationTables(happenings, [reading], {
    updates: [],
    questions: [],
    now,
  });
  const rows = Object.fromEntries(tables);
  const { notifications = [], deliveries = [], user_events: events = [] } = rows;
  const from = readFrom(reading, happenings);
  return {
    messages: happenings.map(({ message }) => message),
    markers: markerRows(reading),
    notifications,
    deliveries,
    events,
    eventSeqs,
    from,
  };
}

const opening = '# water\n## T\n';
const kinds = (events: Row[]) => events.map(({ kind }) => kind);

it('reads what was said from their coming to the last time they were here', () => {
  const { markers, from, events } = readingBy(
    `${opening}-40d 09:00 climate.coordinator\nOld\n-9d 09:00 climate.coordinator\nRead\n-2d 09:00 climate.coordinator\nNew\n## U\n-1d 09:00 climate.coordinator\nNew`,
  );
  expect(from).toEqual([{ channelId: water, personId: advisor.id, seq: 1 }]);
  expect(markers).toMatchObject([{ person_id: advisor.id, epoch: 0, seq: 2 }]);
  expect(kinds(events)).toEqual(['read.moved']);
});

it('has read a topic to where they wrote or reacted in it since', () => {
  const { markers } = readingBy(
    `${opening}-3d 09:00 climate.coordinator\nA\n~ thanks +1h climate.advisor\n-2d 09:00 climate.coordinator\nB\n## U\n-3d 09:00 climate.coordinator\nA\n-2d 09:00 climate.advisor\nB`,
  );
  expect(markers).toMatchObject([{ seq: 1 }, { seq: 5 }]);
});

it('tells what calls them by name or as one of a group, read or not', () => {
  const { notifications, deliveries, events, eventSeqs, messages } = readingBy(
    `${opening}-9d 09:00 climate.coordinator\n@{climate.advisor}\n-6d 09:00 climate.coordinator\n@{role:expert}\n-2d 09:00 climate.coordinator\n@{channel}\n-1d 09:00 climate.coordinator\n@{role:research_advisor}`,
  );
  expect(notifications.map(({ message_id, read_at }) => [message_id, read_at])).toEqual([
    [messages[0]?.id, new Date('2026-11-15T09:50:00Z')],
    [messages[2]?.id, null],
    [messages[3]?.id, null],
  ]);
  expect(deliveries.map(({ state, kind }) => [state, kind])).toEqual(notifications.map(() => ['delivered', 'mention']));
  expect(kinds(events)).toEqual([
    'notification.created',
    'read.moved',
    'notifications.read',
    'read.moved',
    'notification.created',
    'notification.created',
  ]);
  expect(events[2]?.subject).toEqual({ ids: [notifications[0]?.id], readAt: '2026-11-15T09:50:00.000Z', unread: 0 });
  expect(eventSeqs).toEqual([{ personId: advisor.id, seq: 6 }]);
});

it('hears only their own name in a channel that they muted', () => {
  const { notifications, deliveries, events } = readingBy(
    `${opening}-9d 09:00 climate.coordinator\nA\n~ muted +1d climate.advisor\n-2d 09:00 climate.coordinator\n@{channel}\n-1d 09:00 climate.coordinator\n@{climate.advisor}`,
  );
  expect(notifications).toHaveLength(1);
  expect(deliveries.map(({ state, reason }) => [state, reason])).toEqual([
    ['suppressed', 'muted'],
    ['delivered', null],
  ]);
  expect(kinds(events)).toEqual(['read.moved', 'channel.muted', 'notification.created']);
});
