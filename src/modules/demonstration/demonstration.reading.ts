/** How far the people offered at sign-in have read: to the last time they were here, and in a topic they wrote in since, to there. */
import type { Happening, Spoken } from './demonstration.happenings.js';
import type { Persona } from './demonstration.people.js';
import type { Row } from './demonstration.rows.js';

export interface Reader {
  person: Persona;
  lastHere: Date;
}

/** A channel that a reader is in, as the roles of today have it. */
export interface Place {
  personId: string;
  channelId: string;
  joinedAt: Date;
  direct: boolean;
}

/** Everything up to a message of a topic was read at some moment. */
export interface Move {
  topicId: string;
  at: Date;
  upTo: Spoken;
}

export interface Reading {
  reader: Reader;
  places: Map<string, Place>;
  /** The last move in each topic. */
  markers: Move[];
  /** When a message was read; null when it is not, or was there before the reader came. */
  readAt(message: Spoken): Date | null;
}

const readAfter = 50 * 60 * 1000;

export function readingOf(reader: Reader, happenings: Happening[], places: Place[]): Reading {
  const { person, lastHere } = reader;
  const own = new Map<string, Happening[]>();
  for (const one of happenings)
    if (one.by === person) own.set(one.message.topicId, [...(own.get(one.message.topicId) ?? []), one]);
  const mine = new Map(places.flatMap((place) => (place.personId === person.id ? [[place.channelId, place]] : [])));
  const readAt = (message: Spoken): Date | null => {
    const place = mine.get(message.channel.id);
    if (!place || message.sentAt < place.joinedAt) return null;
    if (message.author === person) return message.sentAt;
    if (message.sentAt <= lastHere) return new Date(Math.min(message.sentAt.getTime() + readAfter, lastHere.getTime()));
    return own.get(message.topicId)?.find((later) => later.message.seq >= message.seq)?.at ?? null;
  };
  const markers = new Map<string, Move>();
  for (const { kind, message } of happenings) {
    const at = kind === 'sent' ? readAt(message) : null;
    if (at) markers.set(message.topicId, { topicId: message.topicId, at, upTo: message });
  }
  return { reader, places: mine, markers: [...markers.values()], readAt };
}

export function markerRows({ reader, markers }: Reading): Row[] {
  return markers.map(({ topicId, upTo }) => ({
    person_id: reader.person.id,
    topic_id: topicId,
    epoch: 0,
    seq: upTo.seq,
  }));
}

/** What had been said in each of their channels before they came. */
export function readFrom({ reader, places }: Reading, happenings: Happening[]): Row[] {
  return [...places.values()].map(({ channelId, joinedAt }) => {
    const before = happenings.filter(({ at, message }) => message.channel.id === channelId && at < joinedAt);
    return { channelId, personId: reader.person.id, seq: Math.max(0, ...before.map(({ seq }) => seq)) };
  });
}
