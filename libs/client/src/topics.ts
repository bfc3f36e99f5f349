/** A topic as lists show it, and how far its reader has read it, after an event. */
import type { HubEvent, Message, Reading, UserEvent } from '@hub/contracts';
import { excerptOf } from '@hub/contracts/excerpt';

export type ReadMoved = Extract<UserEvent, { kind: 'read.moved' }>;

/** Whose state it is. */
export interface Reader {
  /** The reader's own id. */
  me: string;
  /** The latest `read.moved` of each topic: one may come before the events that bring its topic to a channel. */
  readings: Readonly<Record<string, ReadMoved>>;
}

/** What the lists of topics have in common. */
interface ListedTopic {
  id: string;
  title: string;
  lastSeq: number;
  lastMessageAt: string;
  excerpt: string;
  reading: Reading;
}

/** The topic that an event is about, if any. */
export function topicIdOf(event: HubEvent): string | undefined {
  return 'message' in event ? event.message.topicId : 'topicId' in event ? event.topicId : undefined;
}

export function reduceReadings(readings: Reader['readings'], event: HubEvent): Reader['readings'] {
  return event.kind === 'read.moved' ? { ...readings, [event.topicId]: event } : readings;
}

/** Where the reader stands in a topic of which nothing else is known. */
export function readingOf({ readings }: Reader, channelId: string, topicId: string): Reading | undefined {
  const told = readings[topicId];
  return told?.channelId === channelId ? { ...told.reading, unread: 0 } : undefined;
}

/** A topic after an event of its channel or of its reader. The same object when nothing of it changes. */
export function foldTopic<T extends ListedTopic>(topic: T, event: HubEvent, me: string): T {
  switch (event.kind) {
    case 'message.sent':
      if (event.message.topicId !== topic.id || event.seq <= topic.lastSeq) return topic;
      return { ...topic, ...latest(event.message), reading: counted(topic.reading, event, me) };
    case 'message.edited':
    case 'message.removed':
      if (event.message.topicId !== topic.id) return topic;
      return {
        ...topic,
        ...(event.message.seq === topic.lastSeq && { excerpt: excerptIn(event.message) }),
        reading: counted(topic.reading, event, me),
      };
    case 'topic.changed':
      if (event.topicId !== topic.id || !event.topic) return topic;
      return { ...topic, title: event.topic.title, ...('resolved' in topic && { resolved: event.topic.resolved }) };
    case 'read.moved':
      return event.topicId === topic.id && isLater(event.reading, topic.reading)
        ? { ...topic, reading: upTo(event.reading, topic.lastSeq) }
        : topic;
    default:
      return topic;
  }
}

/** What a topic shows of its latest message. */
export function latest(message: Message) {
  return { lastSeq: message.seq, lastMessageAt: message.sentAt, excerpt: excerptIn(message) };
}

export const excerptIn = ({ body, mentions }: Message): string => excerptOf(body, mentions);

/** What counts as unread after a message of somebody else came or went. */
export function counted(
  reading: Reading,
  { kind, seq, message }: Extract<HubEvent, { message: Message }>,
  me: string,
): Reading {
  if (message.author.id === me || message.seq <= reading.seq) return reading;
  if (kind === 'message.removed') return { ...reading, unread: Math.max(0, reading.unread - 1) };
  // A message that was removed before it came here; where it was removed since, that event is still to come.
  const cameRemoved = message.removed !== undefined && message.changedSeq <= seq;
  return kind === 'message.sent' && !cameRemoved ? { ...reading, unread: reading.unread + 1 } : reading;
}

function isLater(one: Reading, other: Reading): boolean {
  return one.epoch === other.epoch ? one.seq > other.seq : one.epoch > other.epoch;
}

/** The hub may have counted messages whose events are still to come; they are counted when they do. */
function upTo(reading: Reading, lastSeq: number): Reading {
  return lastSeq <= reading.seq ? { ...reading, unread: 0 } : reading;
}
