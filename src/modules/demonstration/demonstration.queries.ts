/** SQL of the demonstration's own. */

export const state = `
  select (select coalesce(value ->> 'datedBy', value ->> 'loadedAt') from settings where key = 'demonstration') as dated,
    not exists (select from networks) and not exists (select from people) as empty`;

/** $1 the stamp. */
export const stamp = `insert into settings (key, value) values ('demonstration', $1::jsonb)`;

/** $1 by which day everything is dated now. */
export const redated = `update settings set value = value || jsonb_build_object('datedBy', $1::text) where key = 'demonstration'`;

/** Everybody came into a channel when it began, or when they came into its network. */
export const dateJoining = `
  with came as (
    select m.person_id, n.id as network_id, min(m.from_on)::timestamp at time zone 'UTC' as at
    from current_memberships m join networks n on n.id = m.network_id or m.network_id is null
    group by m.person_id, n.id
  )
  update channel_members cm set joined_at = greatest(c.created_at, came.at)
  from channels c join came on came.network_id = c.network_id
  where c.id = cm.channel_id and c.kind <> 'direct' and came.person_id = cm.person_id`;

/** $1 people: where they are. */
export const placesOf = `
  select cm.person_id as "personId", cm.channel_id as "channelId", cm.joined_at as "joinedAt", c.kind = 'direct' as direct
  from current_channel_members cm join channels c on c.id = cm.channel_id
  where cm.person_id = any($1) order by cm.channel_id, cm.person_id`;

/** $1 rows of {channelId, personId, seq}: what had been said before they came. */
export const readFromThere = `
  update channel_members cm set read_from_seq = one.seq
  from jsonb_to_recordset($1) as one("channelId" uuid, "personId" uuid, seq bigint)
  where cm.channel_id = one."channelId" and cm.person_id = one."personId"`;

/** $1 rows of {channelId, personId, at}. */
export const muteSince = `
  update channel_members cm set muted_at = one.at
  from jsonb_to_recordset($1) as one("channelId" uuid, "personId" uuid, at timestamptz)
  where cm.channel_id = one."channelId" and cm.person_id = one."personId"`;

/** $1 rows of {personId, seq}: where each person's own events end. */
export const eventsEnd = `
  update people p set event_seq = one.seq
  from jsonb_to_recordset($1) as one("personId" uuid, seq bigint) where p.id = one."personId"`;

/** What is written already was told, or not, as the demonstration says. */
export const toldSoFar = `
  insert into channel_tellings (channel_id, seq) select id, last_seq from channels
  on conflict (channel_id) do update set seq = excluded.seq`;
