/** SQL of whom a message, or a report of one, is told to. */

/** Whether a group's token in a message of this network means the person today. */
export const reachesBy = (token: string, person: string, network: string): string => `
  case
    when ${token} = 'channel' then true
    when ${token} like 'role:%' then exists (
      select from current_memberships y
      where y.person_id = ${person} and y.network_id = ${network} and 'role:' || y.role = ${token})
    else exists (
      select from current_memberships y
      where y.person_id = ${person} and 'partnership:' || y.partnership_id = ${token}) end`;

/**
 * $1 message: whom it calls by name or as a group, other than its author, that still is in the channel. Whoever muted
 * the channel hears only their own name; whoever has read the message knows.
 */
export const called = `
  select cm.person_id as "personId",
    case
      when cm.muted_at is not null and not bool_or(told.named) then 'muted'
      when coalesce(r.seq, 0) >= m.seq then 'read'
    end as reason
  from messages m
  join channels c on c.id = m.channel_id
  join current_channel_members cm on cm.channel_id = m.channel_id and cm.person_id <> m.author_id
  join (
    select mm.message_id, mm.person_id, true as named, null as token from message_mentions mm where mm.message_id = $1
    union all
    select g.message_id, null, false, g.token from message_groups g where g.message_id = $1
  ) told on told.message_id = m.id
    and case when told.named then told.person_id = cm.person_id else ${reachesBy('told.token', 'cm.person_id', 'c.network_id')} end
  left join read_markers r on r.topic_id = m.topic_id and r.person_id = cm.person_id
  where m.id = $1 and m.removed_at is null
  group by cm.person_id, cm.muted_at, r.seq, m.seq`;

/** $1 report: its message, and the project coordinators of the network who did not report it themselves. */
export const reportedTo = `
  select distinct y.person_id as "personId", r.message_id as "messageId"
  from reports r
  join messages m on m.id = r.message_id
  join channels c on c.id = m.channel_id
  join current_memberships y on y.network_id = c.network_id and y.role = 'project_coordinator'
  where r.id = $1 and r.settled_at is null and y.person_id <> r.reporter_id`;

/** $1 message: where it is. */
export const placeOfMessage = `
  select c.id as "channelId", c.network_id as "networkId" from messages m join channels c on c.id = m.channel_id where m.id = $1`;
