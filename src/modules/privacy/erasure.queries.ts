/** SQL of requests to be erased, and of carrying one out. */
import { instant, personRef } from '@hub/database';
import type { Written } from './privacy.texts.js';

/** $1 person: their latest request. */
export const latestOf = `
  select ${instant('requested_at')} as "requestedAt", ${instant('settled_at')} as "settledAt", outcome, reason
  from erasure_requests where person_id = $1 order by requested_at desc, id desc limit 1`;

/** $1 id, $2 person. No row where one waits. */
export const openRequest = `
  insert into erasure_requests (id, person_id) values ($1, $2)
  on conflict (person_id) where settled_at is null do nothing returning id`;

/** $1 person. */
export const withdrawRequest = `
  update erasure_requests set settled_at = now(), settled_by = $1, outcome = 'withdrawn'
  where person_id = $1 and settled_at is null returning id`;

/** Requests to be erased, and faults. */
export const waitingCount = `
  select (select count(*) from erasure_requests where settled_at is null)
    + (select count(*) from faults where settled_at is null) as waiting`;

export const waiting = `
  select e.id, json_build_object('id', p.id, 'name', p.name, 'initials', p.initials, 'email', p.email) as person,
    ${instant('e.requested_at')} as "requestedAt", (select count(*) from messages m where m.author_id = p.id) as messages,
    coalesce((
      select json_agg(json_build_object('role', m.role, 'network', n.name) order by m.from_on, m.id)
      from current_memberships m left join networks n on n.id = m.network_id where m.person_id = p.id), '[]') as roles,
    exists (select from current_memberships m where m.person_id = p.id and m.role = 'administrator') and not exists (
      select from current_memberships m where m.person_id <> p.id and m.role = 'administrator') as "lastAdministrator"
  from erasure_requests e join people p on p.id = e.person_id where e.settled_at is null order by e.requested_at, e.id`;

/** $1 request: held until the transaction ends, with the person as they were. */
export const requestToSettle = `
  select e.person_id as "personId", p.name, p.email from erasure_requests e join people p on p.id = e.person_id
  where e.id = $1 and e.settled_at is null for update`;

/** $1 request, $2 by whom, $3 outcome, $4 reason. */
export const settleRequest = `
  update erasure_requests set settled_at = now(), settled_by = $2, outcome = $3, reason = $4 where id = $1`;

/** Held, so that of two administrators at least one stays. */
export const lockAdministrators = `select id from memberships where role = 'administrator' order by id for update`;

/** $1 person: whether nobody else is an administrator. */
export const isLastAdministrator = `
  select exists (select from current_memberships where person_id = $1 and role = 'administrator') and not exists (
    select from current_memberships where person_id <> $1 and role = 'administrator') as last`;

/** $1 a name. */
export const bearers = 'select id from people where lower(name) = lower($1)';

/** $1 person, $2 pseudonym, $3 initials, $4 an address that no letter can have. */
export const becomePseudonym = `
  update people p set name = $2, initials = $3, email = $4, email_visible = false, title = '', local_government_id = null,
    languages = '{en}', time_zone = 'UTC', locale = 'en', theme = 'system', low_data = false,
    disabled_at = coalesce(disabled_at, now())
  where id = $1 returning ${personRef('p')} as person`;

/** $1 person: a role that was to begin later never does. */
export const endMemberships = `
  update memberships set until_on = greatest(from_on, current_date)
  where person_id = $1 and (until_on is null or until_on > current_date) returning id`;
export const endSeats = `
  update seat_holders set until_on = greatest(from_on, current_date)
  where membership_id in (select id from memberships where person_id = $1)
    and (until_on is null or until_on > current_date)`;

/** $1 person: what was for them alone. */
export const forgetOwn = [
  'notifications',
  'user_events',
  'read_markers',
  'preferences',
  'channel_preferences',
  'away_periods',
].map((table) => `delete from ${table} where person_id = $1`);
/** $1 their address. */
export const forgetLetters = `delete from demonstration_mails where lower(recipient) like '%<' || lower($1) || '>'`;

/** $1 person: the channels in which they are named, or were. */
export const channelsNaming = `
  select channel_id as id from channel_members where person_id = $1
  union select channel_id from messages where author_id = $1 or pinned_by = $1
  union select channel_id from topics where created_by = $1
  union select m.channel_id from message_mentions n join messages m on m.id = n.message_id where n.person_id = $1
  union select m.channel_id from reactions r join messages m on m.id = r.message_id where r.person_id = $1`;

/** $1 a pattern: the channels in which a text has it, whoever wrote it; a network's timeline and its questions are told in the announcements. */
export const channelsSaying = `
  select id from channels where name ~* $1 or purpose ~* $1
  union select channel_id from topics where title ~* $1
  union select channel_id from messages where body ~* $1 or removal_reason ~* $1
  union select m.channel_id from message_versions v join messages m on m.id = v.message_id where v.body ~* $1
  union select c.id from channels c where c.kind = 'announcements' and c.network_id in (
    select i.network_id from plan_items i, jsonb_each_text(i.names) said where said.value ~* $1
    union select m.network_id from milestones m join milestone_changes h on h.milestone_id = m.id
      where h.reason ~* $1 or h.lesson ~* $1
    union select m.network_id from milestones m join evidence e on e.milestone_id = m.id where e.note ~* $1 or e.link ~* $1
    union select network_id from visits where purpose ~* $1 or programme ~* $1 or lessons ~* $1
    union select v.network_id from visits v join visit_changes h on h.visit_id = v.id
      where h.reason ~* $1 or exists (select from jsonb_each_text(h.snapshot) said where said.value ~* $1)
    union select network_id from questions where title ~* $1 or body ~* $1 or summary ~* $1 or closed_reason ~* $1
    union select q.network_id from questions q join question_steps h on h.question_id = q.id
      where h.reason ~* $1 or h.before::text ~* $1
    union select q.network_id from questions q join question_remarks r on r.question_id = q.id where r.body ~* $1
    union select q.network_id from questions q join answers a on a.question_id = q.id
      where a.body ~* $1 or a.sources::text ~* $1)`;

/** $1 person, $2 their name from now on: the topic of a direct conversation has both names, cut where they are too long. */
export const retitleDirect = `
  with titles as (
    select c.id, left(string_agg(p.name, ' – ' order by p.id), 120) as old,
      left(string_agg(case when p.id = $1 then $2 else p.name end, ' – ' order by p.id), 120) as new
    from channels c join channel_members cm on cm.channel_id = c.id join people p on p.id = cm.person_id
    where c.kind = 'direct' and c.id in (select channel_id from channel_members where person_id = $1) group by c.id
  )
  update topics t set title = x.new from titles x where t.channel_id = x.id and t.title = x.old`;

/** $1 person, $2 a pattern: what a channel's name gave to its address. */
export const renewSlugs = (own: string): string => `
  update channels set slug = 'channel-' || right(id::text, 12) where name ~* $2 and ($1::uuid is null or ${own})`;

/** $2 a pattern, $3 what stands for it: wherever a text has it. `and` what decides whose text may be changed follows. */
export function rewrite({ table, column, type, words }: Written): string {
  if (words) return rewriteWords(table, column, words);
  const text = `${column}::text`;
  return `update ${table} set ${column} = regexp_replace(${text}, $2, $3, 'gi')::${type ?? 'text'} where ${text} ~* $2`;
}

/** Within a document only what stands at the keys of words is changed: its other keys and values may be spelled like a name. */
function rewriteWords(table: string, column: string, words: NonNullable<Written['words']>): string {
  const among = words === 'every' ? 'true' : `said.key in (${words.map((key) => `'${key}'`).join(', ')})`;
  const has = `${among} and said.value #>> '{}' ~* $2`;
  return `
    update ${table} set ${column} = (
      select jsonb_object_agg(said.key, case when ${has}
        then to_jsonb(regexp_replace(said.value #>> '{}', $2, $3, 'gi')) else said.value end)
      from jsonb_each(${column}) said)
    where exists (select from jsonb_each(${column}) said where ${has})`;
}
