/** What happened as the rows that the server would have left, each change with the seq of its event. */
import type { ChannelEvent } from '@hub/contracts';
import { contentHash } from '../messages/messages.policy.js';
import type { Channel } from './demonstration.channels.js';
import { timedId, type Happening, type Spoken } from './demonstration.happenings.js';
import { idOf, type Row } from './demonstration.rows.js';

const eventKinds: Record<Happening['kind'], ChannelEvent['kind'] | null> = {
  sent: 'message.sent',
  edited: 'message.edited',
  reacted: 'reaction.changed',
  pinned: 'message.pinned',
  resolved: 'topic.changed',
  removed: 'message.removed',
  left: 'member.left',
  reported: null,
  muted: null,
};

interface Topic extends Row {
  id: string;
  messages: number;
  last_seq: number;
  resolved_at: Date | null;
  resolved_by: string | null;
}

interface Message extends Row {
  id: string;
  body: string;
  language: string | null;
  version: number;
  changed_seq: number;
  sent_at: Date;
  edited_at: Date | null;
}

interface Told {
  topics: Map<string, Topic>;
  messages: Map<string, Message>;
  versions: Row[];
  reactions: Row[];
  reports: Row[];
  audit: Row[];
}

/** How far each channel has come. */
export function headsOf(happenings: Happening[]): Map<Channel, number> {
  const heads = new Map<Channel, number>();
  for (const { message, seq } of happenings) heads.set(message.channel, Math.max(seq, heads.get(message.channel) ?? 0));
  return heads;
}

/** The tables in the order they may be filled in. */
export function conversationTables(happenings: Happening[]): [table: string, rows: Row[]][] {
  const told: Told = { topics: new Map(), messages: new Map(), versions: [], reactions: [], reports: [], audit: [] };
  for (const one of happenings) apply(told, one);
  // Nothing of what a removed message said is left.
  const gone = new Set(happenings.flatMap(({ kind, message }) => (kind === 'removed' ? [message.id] : [])));
  const left = (rows: Row[]) => rows.filter(({ message_id }) => !gone.has(String(message_id)));
  const said = happenings.flatMap(({ kind, message }) => (kind === 'sent' ? [message] : []));
  const named = said.flatMap(({ id, mentions }) =>
    mentions.map((person) => ({ message_id: id, person_id: person.id })),
  );
  const called = said.flatMap(({ id, groups }) => groups.map((token) => ({ message_id: id, token })));
  return [
    ['topics', [...told.topics.values()]],
    ['messages', [...told.messages.values()]],
    ['message_mentions', left(named)],
    ['message_groups', left(called)],
    ['message_versions', left(told.versions)],
    ['reactions', left(told.reactions)],
    ['channel_events', happenings.flatMap(eventRow)],
    ['reports', told.reports],
    ['audit_entries', told.audit],
  ];
}

function apply(told: Told, happening: Happening): void {
  const { kind, at, by, seq, text, message: spoken } = happening;
  if (kind === 'sent') return send(told, spoken);
  const message = told.messages.get(spoken.id);
  const topic = told.topics.get(spoken.topicId);
  if (!message || !topic) throw new Error(`${happening.where}: done before it was said.`);
  switch (kind) {
    case 'edited':
      told.versions.push(versionRow(message));
      Object.assign(message, { body: text, version: message.version + 1, edited_at: at, changed_seq: seq });
      break;
    case 'reacted':
      told.reactions.push({ message_id: message.id, person_id: by.id, reaction: happening.reaction, created_at: at });
      message.changed_seq = seq;
      break;
    case 'pinned':
      Object.assign(message, { pinned_at: at, pinned_by: by.id, changed_seq: seq });
      break;
    case 'resolved':
      Object.assign(topic, { resolved_at: at, resolved_by: by.id });
      break;
    case 'removed':
      Object.assign(message, removal(happening));
      if (by !== spoken.author) told.audit.push(auditRow(happening));
      break;
    case 'reported':
      told.reports.push(reportRow(happening));
      break;
    case 'muted':
    case 'left':
      break;
  }
}

function send({ topics, messages }: Told, spoken: Spoken): void {
  const { id, topicId, seq } = spoken;
  const before = topics.get(topicId);
  messages.set(id, messageRow(spoken, before === undefined));
  topics.set(topicId, { ...(before ?? topicRow(spoken)), messages: (before?.messages ?? 0) + 1, last_seq: seq });
}

function topicRow({ topicId, channel, topic, author, sentAt }: Spoken): Topic {
  return {
    id: topicId,
    channel_id: channel.id,
    title: topic,
    messages: 0,
    last_seq: 0,
    created_by: author.id,
    created_at: sentAt,
    resolved_at: null,
    resolved_by: null,
  };
}

/** The first message of a topic names it, the others know its id. */
function messageRow(spoken: Spoken, first: boolean): Message {
  const { id, channel, topic, topicId, seq, author, body, language, quoted, sentAt } = spoken;
  const clientId = timedId(`sent/${id}`, sentAt);
  const hash = contentHash({
    channelId: channel.id,
    clientId,
    ...(first ? { topicTitle: topic } : { topicId }),
    body,
    language,
    ...(quoted && { replyToId: quoted.id }),
  });
  return {
    id,
    channel_id: channel.id,
    topic_id: topicId,
    seq,
    changed_seq: seq,
    author_id: author.id,
    client_id: clientId,
    content_hash: `\\x${hash.toString('hex')}`,
    body,
    language,
    version: 1,
    reply_to_id: quoted?.id ?? null,
    sent_at: sentAt,
    edited_at: null,
    removed_at: null,
    removed_by: null,
    removal_reason: null,
    pinned_at: null,
    pinned_by: null,
  };
}

function versionRow({ id, version, body, language, edited_at, sent_at }: Message): Row {
  return { message_id: id, version, body, language, written_at: edited_at ?? sent_at };
}

function removal({ at, by, message, text, seq }: Happening): Row {
  const reason = by === message.author ? null : text;
  return {
    body: '',
    language: null,
    removed_at: at,
    removed_by: by.id,
    removal_reason: reason,
    pinned_at: null,
    pinned_by: null,
    changed_seq: seq,
  };
}

function auditRow({ at, by, message, text }: Happening): Row {
  return {
    id: timedId(`removed/${message.id}`, at),
    at,
    actor_id: by.id,
    network_id: idOf('network', message.channel.network),
    action: 'message.remove',
    subject_id: message.id,
    reason: text,
  };
}

function reportRow({ at, by, message, text }: Happening): Row {
  const id = timedId(`reported/${message.id}/${by.key}`, at);
  return { id, message_id: message.id, reporter_id: by.id, reason: text, created_at: at };
}

function eventRow({ kind, by, message, seq }: Happening): Row[] {
  const event = eventKinds[kind];
  if (event === null) return [];
  const subject = kind === 'left' ? by.id : kind === 'resolved' ? message.topicId : message.id;
  return [{ channel_id: message.channel.id, seq, kind: event, subject_id: subject }];
}
