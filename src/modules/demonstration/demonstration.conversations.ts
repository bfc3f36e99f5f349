/** Reads the conversation files (docs/demonstration.md says how they are written) and makes rows of them. */
import { maxTitleLength } from '@hub/contracts';
import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { clockTime } from './demonstration.calendar.js';
import { channelSlug, type Channel } from './demonstration.channels.js';
import type { Persona } from './demonstration.people.js';
import { idOf, type Row } from './demonstration.rows.js';

/** A message as its file has it. */
export interface Written {
  /** File and line, for whoever has to mend it. */
  where: string;
  channel: string;
  topic: string;
  author: string;
  days: number;
  hour: number;
  minute: number;
  language: string;
  body: string;
}

/** A message with everything in it resolved. */
export interface Spoken {
  where: string;
  id: string;
  channel: Channel;
  topic: string;
  author: Persona;
  mentions: Persona[];
  language: string;
  body: string;
  sentAt: Date;
}

interface Known {
  people: Map<string, Persona>;
  channels: Map<string, Channel>;
  now: Date;
}

const head = /^-(\d+)d (\d\d):(\d\d) (\S+)(?: \(([a-zA-Z-]+)\))?$/;
const reference = /(@?)\{([^\s{}]+)\}/g;

export function parseConversation(file: string, text: string): Written[] {
  const written: Written[] = [];
  let channel = '';
  let topic = '';
  let current: Written | undefined;
  text.split('\n').forEach((line, index) => {
    const where = `${file}:${index + 1}`;
    if (line.startsWith('# ') || line.startsWith('## ')) {
      if (line.startsWith('# ')) [channel, topic] = [line.slice(2).trim(), ''];
      else topic = line.slice(3).trim();
      current = undefined;
    } else if (/^-\d+d\b/.test(line)) {
      current = headed(where, line, { channel, topic });
      written.push(current);
    } else if (current) current.body += `${line}\n`;
    else if (line.trim() !== '') throw new Error(`${where}: a line before the first message of its topic.`);
  });
  for (const message of written) message.body = message.body.trim();
  check(written);
  return written;
}

function headed(where: string, line: string, { channel, topic }: Pick<Written, 'channel' | 'topic'>): Written {
  const [, days, hour, minute, author = '', language = 'en'] = head.exec(line) ?? [];
  if (author === '' || Number(hour) > 23 || Number(minute) > 59)
    throw new Error(
      `${where}: a message starts "-<days>d <HH:MM> <person>", and with "(sv)" when it is not in English.`,
    );
  if (channel === '' || topic === '') throw new Error(`${where}: a message outside a channel and a topic.`);
  return {
    where,
    channel,
    topic,
    author,
    days: Number(days),
    hour: Number(hour),
    minute: Number(minute),
    language,
    body: '',
  };
}

function check(written: Written[]): void {
  const latest = new Map<string, number>();
  for (const { where, channel, topic, days, hour, minute, body } of written) {
    if (body === '') throw new Error(`${where}: a message without text.`);
    if (topic.length > maxTitleLength) throw new Error(`${where}: the topic's title is longer than ${maxTitleLength}.`);
    const key = `${channel}/${topic.toLowerCase()}`;
    const minutes = (hour - days * 24) * 60 + minute;
    if (minutes < (latest.get(key) ?? -Infinity)) throw new Error(`${where}: earlier than the message before it.`);
    latest.set(key, minutes);
  }
}

/** Every message of one network, in the order of time. */
export function speak(network: string, written: Written[], known: Known): Spoken[] {
  const spoken = written.map((message) => resolve(network, message, known));
  spoken.sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime());
  pullBack(spoken, known.now);
  return spoken.map((message) => ({ ...message, id: timedId(message.id, message.sentAt) }));
}

function resolve(network: string, written: Written, { people, channels, now }: Known): Spoken {
  const { where, channel: name, topic, author, days, hour, minute, language, body } = written;
  const channel = channels.get(`${network}/${channelSlug(name)}`);
  if (!channel) throw new Error(`${where}: ${network} has no channel ${name}.`);
  const person = (key: string) => {
    const found = people.get(key) ?? people.get(`${network}.${key}`);
    if (!found) throw new Error(`${where}: nobody has the key ${key}.`);
    return found;
  };
  const mentions = new Set<Persona>();
  const text = body.replaceAll(reference, (_, at: string, key: string) => {
    const mentioned = person(key);
    if (at === '') return mentioned.firstName;
    mentions.add(mentioned);
    return `<@${mentioned.id}>`;
  });
  const sentAt = clockTime(now, days, { hour, minute });
  return {
    where,
    id: where,
    channel,
    topic,
    author: person(author),
    mentions: [...mentions],
    language,
    body: text,
    sentAt,
  };
}

/** What would lie ahead of now is said shortly before it, in the same order. */
function pullBack(spoken: Spoken[], now: Date): void {
  const gap = 40_000;
  let latest = now.getTime() - gap;
  for (const message of spoken.toReversed()) {
    if (message.sentAt.getTime() <= latest) continue;
    message.sentAt = new Date(latest);
    latest -= gap;
  }
}

/** A UUIDv7 of that time which is the same whenever it is made. */
function timedId(key: string, at: Date): string {
  return v7({ msecs: at.getTime(), random: createHash('sha256').update(key).digest().subarray(0, 16) });
}

/** The tables of all conversations, and with them how far each channel has come. */
export function conversationTables(spoken: Spoken[]): [table: string, rows: Row[]][] {
  const heads = new Map<string, number>();
  const topics = new Map<string, { row: Row; messages: number; lastSeq: number }>();
  const messages = spoken.map((message) => {
    const seq = (heads.get(message.channel.id) ?? 0) + 1;
    heads.set(message.channel.id, seq);
    const topicId = idOf('topic', `${message.channel.id}/${message.topic.toLowerCase()}`);
    const topic = topics.get(topicId) ?? { row: topicRow(topicId, message), messages: 0, lastSeq: 0 };
    topics.set(topicId, { ...topic, messages: topic.messages + 1, lastSeq: seq });
    return messageRow(message, topicId, seq);
  });
  const mentions = spoken.flatMap(({ id, author, mentions: people }) =>
    people.filter((person) => person !== author).map((person) => ({ message_id: id, person_id: person.id })),
  );
  const events = messages.map(({ channel_id, seq, id }) => ({ channel_id, seq, kind: 'message.sent', subject_id: id }));
  return [
    [
      'topics',
      [...topics.values()].map(({ row, messages: count, lastSeq }) => ({ ...row, messages: count, last_seq: lastSeq })),
    ],
    ['messages', messages],
    ['message_mentions', mentions],
    ['channel_events', events],
  ];
}

function topicRow(id: string, { channel, topic, author, sentAt }: Spoken): Row {
  return { id, channel_id: channel.id, title: topic, created_by: author.id, created_at: sentAt };
}

function messageRow({ id, channel, topic, author, body, language, sentAt }: Spoken, topicId: string, seq: number) {
  const content = JSON.stringify([channel.id, null, topic, body, language]);
  return {
    id,
    channel_id: channel.id,
    topic_id: topicId,
    seq,
    author_id: author.id,
    client_id: timedId(`sent/${id}`, sentAt),
    content_hash: `\\x${createHash('sha256').update(content).digest('hex')}`,
    body,
    language,
    sent_at: sentAt,
  };
}
