/** SQL of channels that other features build on: everything else of theirs is their own. */

/** Gives everybody the places their roles open. Adds what is missing and touches nothing else, so it may run again. $1 channel, or null for all. */
export const enrolByRole = `
  insert into channel_members (channel_id, person_id, origin, read_from_seq)
  select distinct o.channel_id, o.person_id, 'role', c.last_seq
  from channel_openings o join channels c on c.id = o.channel_id
  where ($1::uuid is null or o.channel_id = $1) and not exists (
    select from channel_members cm
    where cm.channel_id = o.channel_id and cm.person_id = o.person_id and (cm.left_at is null or cm.left_how <> 'role'))
  on conflict (channel_id, person_id) do update
    set left_at = null, left_how = null, origin = 'role', joined_at = now(), read_from_seq = excluded.read_from_seq
    where channel_members.left_how = 'role'
  returning channel_id as "channelId", person_id as "personId"`;

/**
 * The rows of `current_channel_members`, for a statement that is asked at every handshake: it sets the view's own plans up
 * only where roles changed since places were compared, which then costs more for each place.
 */
export const currentPlaces = `(
  select * from channel_members
  where left_at is null and case when (select settled from enrolment_state) then true
    else is_in_channel(person_id, channel_id) end)`;

/** The channels that `person` is in, for the rooms of their sockets. */
export const channelIdsOf = (person: string): string => `
  coalesce((select json_agg(cm.channel_id) from ${currentPlaces} cm where cm.person_id = ${person}), '[]')`;

/** How far `person` has read topic \`t\`, with everything before their place in the channel as read. */
export const readingOf = (person: string, readFromSeq: string): string => `
  (select json_build_object('epoch', coalesce(r.epoch, 0), 'seq', coalesce(r.seq, ${readFromSeq}), 'unread',
    case when t.last_seq <= coalesce(r.seq, ${readFromSeq}) then 0 else (
      select count(*) from messages u where u.topic_id = t.id and u.seq > coalesce(r.seq, ${readFromSeq})
        and u.author_id <> ${person} and u.removed_at is null) end)
  from (select) one left join read_markers r on r.topic_id = t.id and r.person_id = ${person})`;
