/** SQL of channels and the people in them. Rows come out in the shapes of the contracts. */
import { instant } from '@hub/database';

/** A direct conversation has the name of whoever else has a place in it, for `reader`. */
const nameFor = (reader: string) => `
  case when c.kind <> 'direct' then c.name else coalesce((
    select o.name from channel_members x join people o on o.id = x.person_id
    where x.channel_id = c.id and x.person_id <> ${reader} order by x.joined_at, o.id limit 1), c.name) end as name`;

const facts = `
  c.id, c.slug, c.kind, c.purpose, c.archived_at is not null as archived, c.sensitive`;

/** A card for whoever `cm` is the place of. */
const card = `
  ${facts}, ${nameFor('cm.person_id')}, c.network_id as "networkId", c.last_seq as "lastSeq",
  (select ${instant('m.sent_at')} from messages m where m.channel_id = c.id order by m.seq desc limit 1) as "lastMessageAt",
  cm.muted_at is not null as muted, cm.read_from_seq as "readFromSeq"`;

/** $1 channel, $2 person. */
export const readableChannel = `
  select ${card}, c.partnership_id as "partnershipId", cm.origin,
    n.status in ('completed', 'archived') as "networkClosed",
    json_build_object('id', n.id, 'slug', n.slug, 'name', n.name) as network,
    case when s.id is not null then json_build_object('id', s.id, 'slug', s.slug, 'name', s.name) end as partnership
  from channels c
  join current_channel_members cm on cm.channel_id = c.id and cm.person_id = $2
  join networks n on n.id = c.network_id
  left join partnerships s on s.id = c.partnership_id
  where c.id = $1`;

/** $1 person, $2 network, $3 partnership or null. */
export const channelCards = `
  select ${card}
  from channels c
  join current_channel_members cm on cm.channel_id = c.id and cm.person_id = $1
  where c.network_id = $2 and ($3::uuid is null or c.partnership_id = $3)
  order by array_position(array['announcements', 'thematic', 'partnership', 'steering_group', 'mentor_team', 'guest', 'direct'], c.kind),
    name, c.id`;

/** $1 person, $2 channels: those that the person is in. */
export const cardsById = `
  select ${card}
  from channels c
  join current_channel_members cm on cm.channel_id = c.id and cm.person_id = $1
  where c.id = any($2)`;

/** $1 channel: what never changes of it. */
export const channelFacts = `
  select id, network_id as "networkId", partnership_id as "partnershipId", kind from channels where id = $1`;

/** $1 channels: as everybody in them knows them. */
export const channelsById = `select ${facts}, c.name from channels c where c.id = any($1)`;

/** $1 network, $2 person: the channels that the person is in, or could be in by their roles. */
export const channelListings = `
  select ${facts}, c.name, cm.channel_id is not null as joined,
    (select count(*) from current_channel_members e where e.channel_id = c.id) as members
  from channels c
  left join current_channel_members cm on cm.channel_id = c.id and cm.person_id = $2
  where c.network_id = $1 and c.kind <> 'direct' and (cm.channel_id is not null or exists (
    select from channel_openings o where o.channel_id = c.id and o.person_id = $2))
  order by c.name, c.id`;

const member = `p.id, p.name, p.initials, p.title, p.time_zone as "timeZone"`;

/** $1 channel. */
export const membersOf = `
  select ${member} from current_channel_members cm join people p on p.id = cm.person_id
  where cm.channel_id = $1 order by p.name, p.id`;

/** $1 people, as a channel shows them. */
export const membersById = `select ${member} from people p where p.id = any($1)`;

/** $1 channel, $2 people: those among them who are in it. */
export const membersAmong = `
  select person_id as "personId" from current_channel_members where channel_id = $1 and person_id = any($2)`;

/** $1 channel, $2 asker, $3 token of a group. */
export const reachOf = `
  select count(*) as people from current_channel_members cm join channels c on c.id = cm.channel_id
  where cm.channel_id = $1 and cm.person_id <> $2 and case split_part($3, ':', 1)
    when 'channel' then true
    when 'role' then exists (
      select from current_memberships m
      where m.person_id = cm.person_id and m.network_id = c.network_id and m.role = split_part($3, ':', 2))
    else exists (
      select from current_memberships m
      where m.person_id = cm.person_id and m.partnership_id::text = split_part($3, ':', 2)) end`;

const channelsWith = (whose: string): string => `
  select cm.person_id as "personId", json_agg(cm.channel_id) as "channelIds"
  from current_channel_members cm where ${whose} group by cm.person_id`;

/** $1 people: the channels each is in. */
export const channelsOf = channelsWith('cm.person_id = any($1)');

/** $1 person: the same of one, which is planned once, as a list of them is not. */
export const channelsOfOne = channelsWith('cm.person_id = $1');

/** $1 network, $2 the beginning of a slug: every slug that is taken. */
export const slugsLike = `select slug from channels where network_id = $1 and (slug = $2 or slug like $2 || '-%')`;

/** $1 channel, $2 muted, $3 person: a row only where something changed. */
export const mute = `
  update channel_members set muted_at = case when $2 then now() end
  where channel_id = $1 and person_id = $3 and (muted_at is not null) <> $2 returning channel_id`;

/** $1 channel, $2 people, $3 origin: gives each a place, with what was said so far as read. Only of those who had none. */
export const givePlaces = `
  insert into channel_members (channel_id, person_id, origin, read_from_seq)
  select c.id, one.person_id, $3, c.last_seq from channels c cross join unnest($2::uuid[]) one(person_id) where c.id = $1
  on conflict (channel_id, person_id) do update
    set left_at = null, left_how = null, origin = excluded.origin, joined_at = now(), read_from_seq = excluded.read_from_seq
    where channel_members.left_at is not null
  returning person_id as "personId"`;

/** $1 channel, $2 person, $3 how. */
export const endPlace = `
  update channel_members set left_at = now(), left_how = $3
  where channel_id = $1 and person_id = $2 and left_at is null returning person_id as "personId"`;

/** $1 network, $2 people: those with any role in it today. */
export const peopleOfNetwork = `
  select distinct person_id as "personId" from current_memberships where network_id = $1 and person_id = any($2)`;

/** $1 channel, $2 people: those of them to whom a role opens it. */
export const openedTo = `
  select distinct person_id as "personId" from channel_openings where channel_id = $1 and person_id = any($2)`;

/** $1 channel, $2 person: a row where a role of theirs opens it. */
export const opensFor = `
  select n.status in ('completed', 'archived') as "networkClosed"
  from channel_openings o join channels c on c.id = o.channel_id join networks n on n.id = c.network_id
  where o.channel_id = $1 and o.person_id = $2 limit 1`;

/** $1 partnership, $2 network. */
export const partnershipIn = 'select id from partnerships where id = $1 and network_id = $2';

/** $1 network or null, $2 partnership or null: their channels that are open. */
export const openChannelsOf = `
  select id from channels
  where ($1::uuid is null or network_id = $1) and ($2::uuid is null or partnership_id = $2) and archived_at is null`;

/** $1 network or null, $2 partnership or null, $3 what they were closed with. */
export const channelsClosedWith = `
  select id from channels
  where ($1::uuid is null or network_id = $1) and ($2::uuid is null or partnership_id = $2) and archived_with = $3`;

/** $1 channels, $2 with what, null to open them again. */
export const closeChannels = `
  update channels set archived_at = case when $2::text is not null then now() end, archived_with = $2 where id = any($1)`;

/** $1 partnership, $2 names as they are, $3 names as they shall be, pairwise. */
export const renameChannels = `
  update channels c set name = named.after
  from unnest($2::text[], $3::text[]) as named(before, after)
  where c.partnership_id = $1 and c.name = named.before returning c.id`;

/** $1 partnership: the kinds of channels that it has. */
export const kindsOf = 'select distinct kind from channels where partnership_id = $1';
