/** SQL of messages. Rows come out as `MessageRow`, which `asMessage` gives the shape of the contract. */
import { excerptOf, excerptReads, type Mention, type Message } from '@hub/contracts';
import { instant, personRef } from '@hub/database';
import { currentPlaces } from '../channels/channels.fragments.js';
import { mentionsOf } from './messages.fragments.js';

export interface MessageRow {
  id: string;
  channelId: string;
  topicId: string;
  topicTitle: string;
  seq: number;
  changedSeq: number;
  version: number;
  clientId: string;
  author: Message['author'];
  body: string;
  language: string | null;
  mentions: Mention[] | null;
  sentAt: string;
  editedAt: string | null;
  replyTo: QuoteRow | null;
  reactions: NonNullable<Message['reactions']> | null;
  pinned: boolean;
  removed: Message['removed'] | null;
}

interface QuoteRow {
  id: string;
  topicId: string;
  seq: number;
  author: Message['author'];
  body: string;
  mentions: Mention[] | null;
}

/** The columns of `messages m`, its topic `t` and its author `p`. */
const columns = `
  m.id, m.channel_id as "channelId", m.topic_id as "topicId", t.title as "topicTitle", m.seq,
  m.changed_seq as "changedSeq", m.version, m.client_id as "clientId", ${personRef('p')} as author, m.body, m.language,
  ${mentionsOf('m')} as mentions, ${instant('m.sent_at')} as "sentAt", ${instant('m.edited_at')} as "editedAt",
  m.pinned_at is not null as pinned,
  case when m.reply_to_id is not null then (
    select json_build_object('id', q.id, 'topicId', q.topic_id, 'seq', q.seq, 'author', ${personRef('w')},
      'body', left(q.body, ${excerptReads}), 'mentions', ${mentionsOf('q')})
    from messages q join people w on w.id = q.author_id where q.id = m.reply_to_id and q.channel_id = m.channel_id
  ) end as "replyTo",
  (select json_agg(json_build_object('reaction', r.reaction, 'people', r.people) order by r.first, r.reaction) from (
    select r.reaction, min(r.created_at) as first,
      json_agg(json_build_object('id', w.id, 'name', w.name) order by r.created_at, w.id) as people
    from reactions r join people w on w.id = r.person_id where r.message_id = m.id group by r.reaction) r) as reactions,
  case when m.removed_at is not null then json_build_object(
    'by', case when m.removed_by = m.author_id then 'author' else 'moderator' end,
    'reason', coalesce(m.removal_reason, '')) end as removed`;

const message = `
  select ${columns} from messages m join topics t on t.id = m.topic_id join people p on p.id = m.author_id`;

/** $1 message ids. */
export const messagesById = `${message} where m.id = any($1) order by m.seq`;

/** $1 topic, $2 a seq (exclusive), $3 how many. */
export const messagesBefore = `${message} where m.topic_id = $1 and m.seq < $2 order by m.seq desc limit $3`;
const messagesAfter = `${message} where m.topic_id = $1 and m.seq > $2 order by m.seq limit $3`;

/** The same for a reader, $4, in order: no row where the topic is not theirs to read, one of nulls where nothing is there. */
const forReader = (page: string) => `
  select page.* from topics t
  join ${currentPlaces} cm on cm.channel_id = t.channel_id and cm.person_id = $4
  left join lateral (${page}) page on true
  where t.id = $1 order by page.seq`;
export const readableBefore = forReader(messagesBefore);
export const readableAfter = forReader(messagesAfter);

/** $1 topic, $2 message id. */
export const seqOfMessage = 'select seq from messages where topic_id = $1 and id = $2';

/** $1 topic, $2 an instant: the first message at or after it, else the last one. */
export const seqSince = `
  select coalesce(min(seq) filter (where sent_at >= $2), max(seq)) as seq from messages where topic_id = $1`;

/** $1 channel, $2 how many. */
export const pinnedIn = `${message} where m.channel_id = $1 and m.pinned_at is not null order by m.pinned_at desc, m.id limit $2`;

/** $1 message. */
export const channelOfMessage = 'select channel_id as "channelId" from messages where id = $1';

/** $1 channels, $2 the drafts as JSON (migration Talk says what stands in them), $3 whether to wait for who holds a channel. */
export const sendMessages = `
  select n, outcome, id, channel_id as "channelId", topic_id as "topicId", topic_title as "topicTitle", seq,
    ${instant('sent_at')} as "sentAt", author
  from send_messages($1, $2, $3)`;

/** $1 message, $2 channel: as it is now, for whoever is about to change it under the channel's lock. */
export const messageToChange = `
  select id, author_id as "authorId", version, body, language, removed_at is not null as removed,
    pinned_at is not null as pinned
  from messages where id = $1 and channel_id = $2`;

/** $1 message. */
export const keepVersion = `
  insert into message_versions (message_id, version, body, language, written_at)
  select id, version, body, language, coalesce(edited_at, sent_at) from messages where id = $1`;

/** $1 message, $2 body, $3 language, $4 the seq of the event. */
export const changeText = `
  update messages set body = $2, language = $3, version = version + 1, edited_at = now(), changed_seq = $4 where id = $1`;

/** $1 message, $2 whom it mentions: members of its channel who were not mentioned before. */
export const mentionPeople = `
  insert into message_mentions (message_id, person_id)
  select m.id, cm.person_id from messages m
  join current_channel_members cm on cm.channel_id = m.channel_id and cm.person_id = any($2)
  where m.id = $1 on conflict do nothing returning person_id as "personId"`;
export const unmentionPeople = 'delete from message_mentions where message_id = $1 and not person_id = any($2)';

/** $1 message, $2 tokens: a partnership only of the channel's network. */
export const mentionGroups = `
  insert into message_groups (message_id, token)
  select m.id, g.token from messages m join channels c on c.id = m.channel_id
  cross join unnest($2::text[]) g(token)
  where m.id = $1 and (g.token not like 'partnership:%'
    or exists (select from partnerships s where g.token = 'partnership:' || s.id and s.network_id = c.network_id))
  on conflict do nothing returning token`;
export const unmentionGroups = 'delete from message_groups where message_id = $1 and not token = any($2)';

/** $1 message, $2 by whom, $3 why, $4 the seq of the event: nothing of what it said is left. */
export const removeText = `
  update messages set body = '', language = null, removed_at = now(), removed_by = $2, removal_reason = $3,
    pinned_at = null, pinned_by = null, changed_seq = $4
  where id = $1`;
export const removeTraces = ['message_versions', 'message_mentions', 'message_groups', 'reactions'].map(
  (table) => `delete from ${table} where message_id = $1`,
);

/** $1 message, $2 by whom or null to take the pin out, $3 the seq of the event. */
export const pin = `
  update messages set pinned_by = $2, pinned_at = case when $2::uuid is not null then now() end, changed_seq = $3
  where id = $1`;

/** $1 message, $2 the seq of the event. */
export const touch = 'update messages set changed_seq = $2 where id = $1';

/** $1 message. */
export const versionsOf = `
  select version, body, language, ${instant('written_at')} as "writtenAt"
  from message_versions where message_id = $1 order by version`;

export function asMessage(row: MessageRow): Message {
  // Each by its name: gathering what is left costs twenty times as much, fifty times a page.
  return {
    id: row.id,
    channelId: row.channelId,
    topicId: row.topicId,
    seq: row.seq,
    changedSeq: row.changedSeq,
    version: row.version,
    clientId: row.clientId,
    author: row.author,
    body: row.body,
    language: row.language,
    mentions: row.mentions ?? [],
    sentAt: row.sentAt,
    editedAt: row.editedAt ?? undefined,
    replyTo: row.replyTo ? asQuote(row.replyTo) : undefined,
    reactions: row.reactions ?? undefined,
    pinned: row.pinned || undefined,
    removed: row.removed ?? undefined,
  };
}

function asQuote({ body, mentions, ...quote }: QuoteRow): NonNullable<Message['replyTo']> {
  return { ...quote, excerpt: excerptOf(body, mentions ?? []) };
}
