/**
 * What concerns the people offered at sign-in, as the server would have told them: what calls them, read or not, reports
 * to a project coordinator, and the log of each person's own events.
 */
import type { UserEvent } from '@hub/contracts';
import { questionNotices } from './demonstration.answering.js';
import { updateNotices, type UpdateNotice } from './demonstration.asking.js';
import type { Update } from './demonstration.broadcasts.js';
import type { Happening, Spoken } from './demonstration.happenings.js';
import type { Persona } from './demonstration.people.js';
import type { Asked } from './demonstration.questions.js';
import type { Place, Reading } from './demonstration.reading.js';
import { idOf, type Row } from './demonstration.rows.js';

interface Notice {
  kind: 'mention' | 'report';
  person: Persona;
  message: Spoken;
  id: string;
  at: Date;
  readAt: Date | null;
  /** Why it is not told. */
  reason: string | null;
}

interface Event {
  at: Date;
  kind: UserEvent['kind'];
  subject: object;
}

/** The tables, and where each reader's own events end. */
export function notificationTables(
  happenings: Happening[],
  readings: Reading[],
  { updates, questions, now }: { updates: Update[]; questions: Asked[]; now: Date },
): { tables: [table: string, rows: Row[]][]; eventSeqs: Row[] } {
  const each = readings.map((reading) => {
    const notices = noticesOf(reading, happenings);
    const told = notices.filter(({ reason }) => reason === null);
    const asked = [...updateNotices(reading.reader, updates), ...questionNotices(reading.reader, questions, now)];
    return { person: reading.reader.person, notices, told, events: eventsOf(reading, told, happenings, asked) };
  });
  return {
    tables: [
      ['notifications', each.flatMap(({ told }) => told.map(notificationRow))],
      [
        'user_events',
        each.flatMap(({ person, events }) => events.map((event, index) => eventRow(person, event, index))),
      ],
      ['deliveries', each.flatMap(({ notices }) => notices.map(deliveryRow))],
    ],
    eventSeqs: each.map(({ person, events }) => ({ personId: person.id, seq: events.length })),
  };
}

function noticesOf(reading: Reading, happenings: Happening[]): Notice[] {
  const { person } = reading.reader;
  return happenings.flatMap((one): Notice[] => {
    const { kind, by, message } = one;
    if (by === person) return [];
    if (kind === 'reported')
      return held(person, 'project_coordinator', message) ? [noticeOf('report', person, one)] : [];
    if (kind !== 'sent' || !calls(message, reading)) return [];
    const notice = noticeOf('mention', person, one);
    if (!message.mentions.includes(person) && isMuted(message, person, happenings))
      return [{ ...notice, reason: 'muted' }];
    return [{ ...notice, readAt: reading.readAt(message) }];
  });
}

function noticeOf(kind: Notice['kind'], person: Persona, { at, message }: Happening): Notice {
  const id = idOf('notification', `${kind}/${person.key}/${message.id}`);
  return { kind, person, message, id, at, readAt: null, reason: null };
}

/** By name or as one of a group, in a channel they are in and were in then. */
function calls(message: Spoken, { reader: { person }, places }: Reading): boolean {
  const place = places.get(message.channel.id);
  if (!place || message.sentAt < place.joinedAt) return false;
  return message.mentions.includes(person) || message.groups.some((token) => isOf(person, token, message));
}

function isOf(person: Persona, token: string, message: Spoken): boolean {
  const [kind, name] = token.split(':');
  if (kind === 'role') return held(person, name, message);
  return (
    kind === 'channel' || person.memberships.some(({ partnership }) => idOf('partnership', `${partnership}`) === name)
  );
}

/** Whether they held a role of the message's network on its day. */
function held({ memberships }: Persona, role: string | undefined, { channel, sentAt }: Spoken): boolean {
  const day = sentAt.toISOString().slice(0, 10);
  return memberships.some(
    (one) =>
      one.role === role &&
      one.network === channel.network &&
      one.fromOn <= day &&
      (one.untilOn === null || day < one.untilOn),
  );
}

function isMuted({ channel, sentAt }: Spoken, person: Persona, happenings: Happening[]): boolean {
  return happenings.some(
    ({ kind, by, at, message }) => kind === 'muted' && by === person && message.channel === channel && at <= sentAt,
  );
}

/** In the order of time; `unread` is what the person had left at that moment. */
function eventsOf(reading: Reading, notices: Notice[], happenings: Happening[], asked: UpdateNotice[]): Event[] {
  const { person } = reading.reader;
  const steps: Step[] = [
    ...[...reading.places.values()].flatMap((place) => (place.direct ? [gained(place)] : [])),
    ...happenings.flatMap((one) => (one.by === person ? ofChannel(one) : [])),
    ...notices.map(({ id, at }): Step => ({ at, kind: 'notification.created', subject: { id }, adds: 1 })),
    ...movesOf(reading, notices).flatMap(moved),
    ...asked.flatMap(askedSteps),
  ];
  steps.sort((a, b) => a.at.getTime() - b.at.getTime());
  let unread = 0;
  return steps.map(({ at, kind, subject, adds }) => {
    unread += adds;
    return { at, kind, subject: kind === 'notifications.read' ? { ...subject, unread } : subject };
  });
}

/** `adds` to what is unread on the bell. */
type Step = Event & { adds: number };

const gained = ({ joinedAt: at, channelId }: Place): Step => ({
  at,
  kind: 'channel.gained',
  subject: { channelId },
  adds: 0,
});

function ofChannel({ kind, at, message }: Happening): Step[] {
  const channelId = message.channel.id;
  if (kind === 'left') return [{ at, kind: 'channel.lost', subject: { channelId }, adds: 0 }];
  return kind === 'muted' ? [{ at, kind: 'channel.muted', subject: { channelId, muted: true }, adds: 0 }] : [];
}

interface Moved {
  topicId: string;
  at: Date;
  ids: string[];
}

/** Each topic's last move, and those before it that read what called the person. */
function movesOf({ markers }: Reading, notices: Notice[]): Moved[] {
  const moves = new Map<string, Moved>();
  const add = (topicId: string, at: Date, ids: string[]) => {
    const key = `${topicId}/${at.getTime()}`;
    moves.set(key, { topicId, at, ids: [...(moves.get(key)?.ids ?? []), ...ids] });
  };
  for (const { topicId, at } of markers) add(topicId, at, []);
  for (const { id, message, readAt } of notices) if (readAt) add(message.topicId, readAt, [id]);
  return [...moves.values()];
}

/** What called them there is read by the same move. */
function moved({ topicId, at, ids }: Moved): Step[] {
  const move: Step = { at, kind: 'read.moved', subject: { topicId }, adds: 0 };
  if (ids.length === 0) return [move];
  const subject = { ids, readAt: at.toISOString() };
  return [move, { at, kind: 'notifications.read', subject, adds: -ids.length }];
}

function askedSteps({ row: { id, created_at: at, read_at: readAt } }: UpdateNotice): Step[] {
  const told: Step = { at, kind: 'notification.created', subject: { id }, adds: 1 };
  if (!readAt) return [told];
  const subject = { ids: [id], readAt: readAt.toISOString() };
  return [told, { at: readAt, kind: 'notifications.read', subject, adds: -1 }];
}

function eventRow({ id }: Persona, { at, kind, subject }: Event, index: number): Row {
  return { person_id: id, seq: index + 1, kind, subject, created_at: at };
}

function notificationRow({ id, kind, person, message, at, readAt }: Notice): Row {
  return { id, person_id: person.id, kind, message_id: message.id, created_at: at, read_at: readAt };
}

function deliveryRow({ id, kind, person, message, at, reason }: Notice): Row {
  return {
    id: idOf('delivery', id),
    person_id: person.id,
    medium: 'hub',
    kind,
    subject_id: message.id,
    dedupe_key: `hub/${kind}/${message.id}/${person.id}`,
    state: reason === null ? 'delivered' : 'suppressed',
    reason,
    attempt: 1,
    created_at: at,
    settled_at: at,
  };
}
