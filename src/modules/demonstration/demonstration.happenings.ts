/** What the conversation files tell, as it happened: resolved, in the order of time, each with the seq its channel gave it. */
import { roles, type Reaction } from '@hub/contracts';
import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { groupsIn } from '../messages/messages.policy.js';
import { clockTime } from './demonstration.calendar.js';
import { channelSlug, type Channel } from './demonstration.channels.js';
import type { Act, ActKind, Written } from './demonstration.conversations.js';
import type { Persona } from './demonstration.people.js';
import { idOf } from './demonstration.rows.js';

/** A message with everything in it resolved. */
export interface Spoken {
  where: string;
  /** What others speak of it by, in its network. */
  label: string | null;
  id: string;
  channel: Channel;
  topic: string;
  topicId: string;
  author: Persona;
  mentions: Persona[];
  /** The tokens of the groups it mentions. */
  groups: string[];
  language: string;
  body: string;
  quoted: Spoken | null;
  sentAt: Date;
  seq: number;
}

export interface Happening {
  where: string;
  kind: 'sent' | ActKind;
  at: Date;
  by: Persona;
  /** The message it was done with, or after. */
  message: Spoken;
  reaction: Reaction | null;
  /** The new text of an edit, the reason of a removal or a report. */
  text: string;
  /** Its place among the events of the channel; 0 where the channel is not told. */
  seq: number;
}

interface Known {
  people: Map<string, Persona>;
  channels: Map<string, Channel>;
  now: Date;
}

const minuteMs = 60_000;
const reference = /(@?)\{([^\s{}]+)\}/g;
const group = /^(channel|role:[^:]+|partnership:[^:]+)$/;

/** Everything of one network. */
export function happeningsOf(network: string, written: Written[], known: Known): Happening[] {
  const labelled = new Map<string, Spoken>();
  const all = written.flatMap((message) => {
    const spoken = speak(network, message, known, labelled.get(message.quotes ?? ''));
    if (message.label !== null) labelled.set(message.label, spoken);
    const sent = { ...nothing, where: spoken.where, kind: 'sent' as const, at: spoken.sentAt, by: spoken.author };
    return [{ ...sent, message: spoken }, ...message.acts.map((act) => done(network, act, spoken, known))];
  });
  all.sort((a, b) => a.at.getTime() - b.at.getTime());
  pullBack(all, known.now);
  number(all);
  return all;
}

const nothing = { reaction: null, text: '', seq: 0 };

function speak(network: string, written: Written, known: Known, quoted: Spoken | undefined): Spoken {
  const { where, channel: name, topic, author, days, hour, minute, language, body } = written;
  const channel = known.channels.get(`${network}/${channelSlug(name)}`);
  if (!channel) throw new Error(`${where}: ${network} has no channel ${name}.`);
  const sentAt = clockTime(known.now, days, { hour, minute });
  if (quoted && quoted.sentAt >= sentAt) throw new Error(`${where}: what it quotes was said later.`);
  return {
    where,
    label: written.label,
    id: where,
    channel,
    topic,
    topicId: idOf('topic', `${channel.id}/${topic.toLowerCase()}`),
    author: personNamed(network, author, where, known),
    ...named(network, body, where, known),
    language,
    quoted: quoted ?? null,
    sentAt,
    seq: 0,
  };
}

function done(network: string, act: Act, message: Spoken, known: Known): Happening {
  const { where, kind, reaction } = act;
  const by = act.by === null ? message.author : personNamed(network, act.by, where, known);
  const after = act.after ?? reactsAfter(`${message.where}/${by.key}/${reaction}`);
  const at = new Date(message.sentAt.getTime() + after * minuteMs);
  if (kind !== 'edited') return { where, kind, at, by, message, reaction, text: act.text, seq: 0 };
  const edited = named(network, act.text, where, known);
  if (callsOf(edited) !== callsOf(message)) throw new Error(`${where}: an edit mentions the same people.`);
  return { where, kind, at, by, message, reaction, text: edited.body, seq: 0 };
}

const callsOf = ({ mentions, groups }: Pick<Spoken, 'mentions' | 'groups'>) =>
  [...mentions.map(({ id }) => id), ...groups].sort().join(' ');

/** A text with its keys as tokens and first names, and whom it calls. */
function named(
  network: string,
  text: string,
  where: string,
  known: Known,
): Pick<Spoken, 'body' | 'mentions' | 'groups'> {
  const mentions = new Set<Persona>();
  const body = text.replaceAll(reference, (_, at: string, key: string) => {
    if (at !== '' && group.test(key)) return groupToken(network, key, where, known);
    const mentioned = personNamed(network, key, where, known);
    if (at === '') return mentioned.firstName;
    mentions.add(mentioned);
    return `<@${mentioned.id}>`;
  });
  return { body, mentions: [...mentions], groups: groupsIn(body) };
}

function groupToken(network: string, key: string, where: string, { channels }: Known): string {
  const [kind, name = ''] = key.split(':');
  if (kind === 'role' && !roles.some((role) => role === name)) throw new Error(`${where}: there is no role ${name}.`);
  if (kind !== 'partnership') return `<@${key}>`;
  if (!channels.has(`${network}/${channelSlug(key)}`))
    throw new Error(`${where}: ${network} has no partnership ${name}.`);
  return `<@partnership:${idOf('partnership', name)}>`;
}

function personNamed(network: string, key: string, where: string, { people }: Known): Persona {
  const found = people.get(key) ?? people.get(`${network}.${key}`);
  if (!found) throw new Error(`${where}: nobody has the key ${key}.`);
  return found;
}

/** From four minutes to three hours, sooner more often than later. */
function reactsAfter(key: string): number {
  const share = createHash('sha256').update(key).digest().readUInt16BE() / 0x10000;
  return Math.round(4 + 176 * share ** 3);
}

/** What would lie ahead of now happens shortly before it, in the same order. */
function pullBack(happenings: Happening[], now: Date): void {
  const gap = 20_000;
  let latest = now.getTime() - gap;
  for (const one of happenings.toReversed()) {
    if (one.at.getTime() <= latest) continue;
    one.at = new Date(latest);
    latest -= gap;
  }
}

const untold: ReadonlySet<Happening['kind']> = new Set(['reported', 'muted']);

/** Each takes its channel's next seq. */
function number(happenings: Happening[]): void {
  const heads = new Map<Channel, number>();
  for (const one of happenings) {
    const { channel } = one.message;
    if (!untold.has(one.kind)) {
      one.seq = (heads.get(channel) ?? 0) + 1;
      heads.set(channel, one.seq);
    }
    if (one.kind !== 'sent') continue;
    one.message.sentAt = one.at;
    one.message.seq = one.seq;
    one.message.id = timedId(one.message.where, one.at);
  }
}

/** A UUIDv7 of that time which is the same whenever it is made. */
export function timedId(key: string, at: Date): string {
  return v7({ msecs: at.getTime(), random: createHash('sha256').update(key).digest().subarray(0, 16) });
}
