/** SQL of the timeline that other features build on. */

/** Where the changes of network `n` are told: its oldest announcements, which everybody who works in it is in. */
const announcementsOf = (network: string): string => `
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
