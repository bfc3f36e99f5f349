/** SQL of the timeline that other features build on. */

/** Where the changes of network `n` are told: its oldest announcements, which everybody who works in it is in. */
export const announcementsOf = (network: string): string => `
  select c.id, c.last_seq from channels c where c.network_id = ${network} and c.kind = 'announcements'
  order by c.created_at, c.id limit 1`;

/** $1 network. */
export const streamChannel = announcementsOf('$1');

/** As a contract's `stream`: null for a person who is not in that channel. Read it before what it brings up to date. */
export const streamOf = (network: string, person: string): string => `
  (select json_build_object('channelId', told.id, 'seq', told.last_seq) from (${announcementsOf(network)}) told
    where exists (select from current_channel_members cm where cm.channel_id = told.id and cm.person_id = ${person}))`;

/** The status of partnership `s` today. */
export const statusOf = (partnership: string): string => `
  (select ps.status from partnership_statuses ps where ps.partnership_id = ${partnership} and ps.from_on <= current_date
    order by ps.from_on desc limit 1)`;

/**
 * $1 a row of the table: its network and, where it has one, its partnership are held as they are until the transaction ends. Ask for it
 * before the row itself is locked: partnerships go before what is theirs, and what is asked after it sees what was waited for.
 */
export const holdPlaceOf = (table: 'milestones' | 'visits'): string => `
  with place as (select network_id, partnership_id from ${table} where id = $1),
    network as (select n.id from networks n where n.id = (select network_id from place) for share),
    partnership as (select s.id from partnerships s where s.id = (select partnership_id from place) for share)
  select (select id from network), (select id from partnership)`;

/** How far back a person's messages are looked through for one that everybody may know of. */
const lookedThrough = 100;

/**
 * The newest message of the people of partnership `s` in a channel that is open in its network, while they were its people. Client ids
 * are in the order of time, so the unique index on them is walked backwards, for each of them until the first that counts.
 */
const lastWritten = `
  select max(newest.sent_at) from memberships mb
  cross join lateral (
    select w.sent_at from (
      select m.sent_at, m.channel_id, m.removed_at from messages m where m.author_id = mb.person_id
      order by m.client_id desc limit ${lookedThrough}) w
    where w.removed_at is null and w.sent_at >= mb.from_on and (mb.until_on is null or w.sent_at < mb.until_on)
      and w.channel_id = any(array(select c.id from channels c
        where c.network_id = s.network_id and c.kind in ('announcements', 'thematic', 'partnership')))
    limit 1) newest
  where mb.partnership_id = s.id and mb.side is not null`;

const changedBy = (table: string, key: string, of: string): string => `
  select max(h.changed_at) from ${of} o join ${table} h on h.${key} = o.id
  where o.partnership_id = s.id and h.changed_by in (
    select mb.person_id from memberships mb where mb.partnership_id = s.id and mb.side is not null)`;

/** When the people of partnership `s` last told something that everybody may know of; null for never. */
export const lastTold = `
  greatest((${lastWritten}), (${changedBy('milestone_changes', 'milestone_id', 'milestones')}),
    (${changedBy('visit_changes', 'visit_id', 'visits')}))`;
