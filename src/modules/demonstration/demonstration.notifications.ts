/** What the people offered at sign-in find on their bell: their latest mentions, the newest of them not yet read. */
import type { Spoken } from './demonstration.conversations.js';
import type { Persona } from './demonstration.people.js';
import { idOf, type Row } from './demonstration.rows.js';

const atMost = 14;
const atMostEach = 3;
const readAfter = 50 * 60 * 1000;
const unreadFor = 5 * 24 * 60 * 60 * 1000;

interface Notice {
  person: Persona;
  message: Spoken;
  id: string;
  readAt: Date | null;
}

/** `eventSeqs` holds where each person's own events end. */
export function notificationTables(
  spoken: Spoken[],
  offered: Persona[],
  now: Date,
): { tables: [table: string, rows: Row[]][]; eventSeqs: Map<string, number> } {
  const notices = latestMentions(spoken, offered, now);
  const eventSeqs = new Map<string, number>();
  const nextSeq = (person: Persona) => {
    const seq = (eventSeqs.get(person.id) ?? 0) + 1;
    eventSeqs.set(person.id, seq);
    return seq;
  };
  const events = notices
    .flatMap((notice) => eventsOf(notice, notices))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ person, kind, subject, at }) => ({
      person_id: person.id,
      seq: nextSeq(person),
      kind,
      subject,
      created_at: at,
    }));
  return {
    eventSeqs,
    tables: [
      ['notifications', notices.map(notificationRow)],
      ['user_events', events],
      ['deliveries', notices.map(deliveryRow)],
    ],
  };
}

function latestMentions(spoken: Spoken[], offered: Persona[], now: Date): Notice[] {
  const each = new Map<Persona, number>();
  const notices: Notice[] = [];
  for (const message of spoken.toSorted((a, b) => b.sentAt.getTime() - a.sentAt.getTime()))
    for (const person of offered) {
      const had = each.get(person) ?? 0;
      if (person === message.author || !message.mentions.includes(person) || had === atMostEach) continue;
      if (notices.length === atMost) return notices.toReversed();
      each.set(person, had + 1);
      const unread = now.getTime() - message.sentAt.getTime() < unreadFor;
      const readAt = unread ? null : new Date(message.sentAt.getTime() + readAfter);
      notices.push({ person, message, id: idOf('notification', `${person.key}/${message.id}`), readAt });
    }
  return notices.toReversed();
}

/** That it came and, if so, that it was read; `unread` counts what the person had left at that moment. */
function eventsOf({ person, message, id, readAt }: Notice, notices: Notice[]) {
  const created = { person, kind: 'notification.created', subject: { id } as object, at: message.sentAt };
  if (!readAt) return [created];
  const left = notices.filter(
    (other) => other.person === person && other.message.sentAt <= readAt && (!other.readAt || other.readAt > readAt),
  );
  const subject = { ids: [id], readAt: readAt.toISOString(), unread: left.length };
  return [created, { person, kind: 'notifications.read', subject, at: readAt }];
}

function notificationRow({ id, person, message, readAt }: Notice): Row {
  return {
    id,
    person_id: person.id,
    kind: 'mention',
    message_id: message.id,
    created_at: message.sentAt,
    read_at: readAt,
  };
}

function deliveryRow({ id, person, message }: Notice): Row {
  return {
    id: idOf('delivery', id),
    person_id: person.id,
    medium: 'hub',
    kind: 'mention',
    subject_id: message.id,
    dedupe_key: `hub/mention/${message.id}/${person.id}`,
    state: 'delivered',
    attempt: 1,
    created_at: message.sentAt,
    settled_at: message.sentAt,
  };
}
