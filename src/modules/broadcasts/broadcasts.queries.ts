/** SQL of broadcasts. Rows come out in the shapes of the contracts. */
import { instant, personRef } from '@hub/database';
import { askedVersion, heldInTurn, receives, textFor } from './broadcasts.fragments.js';

/** Of broadcast `b`; with their status, which decides what may be done. */
const networksOf = `
  (select json_agg(json_build_object('id', n.id, 'slug', n.slug, 'name', n.name, 'status', n.status) order by n.name, n.id)
  from broadcast_networks bn join networks n on n.id = bn.network_id where bn.broadcast_id = b.id)`;

/** $2 the networks whose broadcasts the reader sends, null for all. */
const sendsInSome = `
  ($2::uuid[] is null or exists (
    select from broadcast_networks o where o.broadcast_id = b.id and o.network_id = any($2)))`;
const sendsInEach = `
  ($2::uuid[] is null or not exists (
    select from broadcast_networks o where o.broadcast_id = b.id and o.network_id <> all($2)))`;

/** $1 reader, $2 as above. What is not sent is seen by whoever may send it. */
const seen = `
  case b.status when 'sent' then ${sendsInSome} or ${receives('b', '$1::uuid')}
    when 'discarded' then false else ${sendsInEach} end`;

/** Recipients `r` and partnerships `s` of the networks in $2. */
export const ofThese = (r: string): string => `
  ($2::uuid[] is null or exists (
    select from memberships m where m.person_id = ${r}.person_id and m.network_id = any($2)))`;

/** The sides that broadcast `b` was meant for: those that its audience names, or else both. */
const meantFor = `
  (select side from unnest(array['swedish', 'international']) side
  where coalesce(jsonb_array_length(b.audience -> 'sides'), 0) = 0 or b.audience -> 'sides' ? side)`;

/**
 * The sides that broadcast `b` was meant for, of partnerships in the networks in $2 to whose people it was sent, with who
 * acknowledged. One on which nobody stood at that moment has no people, and nobody is reached there.
 */
export const sidesOf = `
  select d.partnership_id, d.side, count(r.person_id)::int as people,
    count(*) filter (where r.acknowledged_version >= ${askedVersion('b')})::int as acknowledged,
    min(r.acknowledged_at) filter (where r.acknowledged_version >= ${askedVersion('b')}) as first_at
  from (select distinct g.partnership_id, m.side from broadcast_sides g cross join ${meantFor} m where g.broadcast_id = b.id) d
  join partnerships ps on ps.id = d.partnership_id
  left join broadcast_sides s on s.broadcast_id = b.id and s.partnership_id = d.partnership_id and s.side = d.side
  left join broadcast_recipients r on r.broadcast_id = s.broadcast_id and r.person_id = s.person_id
  where $2::uuid[] is null or ps.network_id = any($2)
  group by d.partnership_id, d.side`;

/** A partnership is reached when each side that it was meant for has acknowledged. */
export const counts = `
  (select json_build_object('recipients', count(*), 'acknowledged',
      count(*) filter (where r.acknowledged_version >= ${askedVersion('b')}),
      'partnerships', (select count(distinct partnership_id) from (${sidesOf}) side),
      'reached', (select count(*) from (
        select from (${sidesOf}) side group by partnership_id having bool_and(acknowledged > 0)) reached))
  from broadcast_recipients r where r.broadcast_id = b.id and ${ofThese('r')})`;

const card = `
  b.id, b.status, b.version, x.title, x.language, ${personRef('author')} as author, ${networksOf} as networks,
  b.acknowledge, b.acknowledge_by::text as "acknowledgeBy", ${instant('b.sent_at')} as "sentAt",
  case when b.status = 'scheduled' then ${instant('b.scheduled_for')} end as "scheduledFor",
  case when b.status = 'draft' then b.not_sent end as "notSent",
  b.status = 'sent' and ${receives('b', '$1::uuid')} as mine,
  (select ${instant('r.acknowledged_at')} from broadcast_recipients r
    where r.broadcast_id = b.id and r.person_id = $1 and r.acknowledged_version >= ${askedVersion('b')}) as "acknowledgedAt",
  case when b.status = 'sent' and ${sendsInSome} then ${counts} end as counts`;

const from = `
  from broadcasts b join people author on author.id = b.author_id join people reader on reader.id = $1
  cross join lateral ${textFor('b', 'reader')} x`;

/** $1 reader, $2 the networks whose broadcasts they send or null, $3 network, $4 how many. */
export const cardsOfNetwork = `
  select ${card} ${from}
  where exists (select from broadcast_networks here where here.broadcast_id = b.id and here.network_id = $3) and ${seen}
  order by coalesce(b.sent_at, b.changed_at) desc, b.id desc limit $4`;

/** $1 reader, $2 the networks whose broadcasts they send or null, $3 broadcast. */
export const page = `
  select ${card}, x.body, b.topic_id as "topicId", case when b.status = 'scheduled' then b.scheduled_zone end as "scheduledZone",
    case when ${sendsInSome} then b.audience end as audience,
    (select json_agg(json_build_object('language', t.language, 'title', t.title, 'body', t.body) order by t.position)
      from broadcast_texts t where t.broadcast_id = b.id and t.version = b.version) as texts,
    (select json_agg(json_build_object('version', v.version, 'author', ${personRef('p')}, 'at', ${instant('v.at')},
        'note', v.note, 'again', v.again) order by v.version desc)
      from broadcast_versions v join people p on p.id = v.author_id where v.broadcast_id = b.id) as versions
  ${from} where b.id = $3 and ${seen}`;

/** $1 reader, $2 the networks whose broadcasts they send or null, $3 broadcast. */
export const standing = `
  select b.id, b.author_id as "authorId", b.audience, b.status, b.version, b.acknowledge,
    b.acknowledge_by::text as "acknowledgeBy", b.topic_id as "topicId", ${networksOf} as networks,
    ${receives('b', '$1::uuid')} as mine, ${askedVersion('b')} as "askedVersion",
    (select v.at from broadcast_versions v where v.broadcast_id = b.id and v.version = ${askedVersion('b')}) as "askedAt"
  from broadcasts b where b.id = $3 and ${seen}`;

/** The same, held until the transaction ends. */
export const lock = `${standing} for no key update of b`;

/** $1 networks: held as they are. */
export const networksById = 'select id, status from networks where id = any($1) order by id for share';

/** $1 partnerships, $2 networks: those that are in none of these. */
export const misplacedPartnerships = `
  select id from unnest($1::uuid[]) as asked(id)
  where not exists (select from partnerships s where s.id = asked.id and s.network_id = any($2))`;

/** $1 broadcast: the reminders begin anew. */
export const askAnew = `
  with ${heldInTurn}
  update broadcast_recipients r set reminders = 0, reminded_at = null from held
  where r.broadcast_id = $1 and r.person_id = held.person_id`;

/** $1 broadcast, $2 channel, $3 its network: a recipient who works there and is not let in. */
export const shutOut = `
  select from broadcasts b join broadcast_recipients r on r.broadcast_id = b.id
  where b.id = $1 and ${receives('b', 'r.person_id')}
    and exists (select from current_memberships y where y.person_id = r.person_id and y.network_id = $3)
    and not exists (select from channel_openings o where o.channel_id = $2 and o.person_id = r.person_id)
    and not exists (select from current_channel_members cm where cm.channel_id = $2 and cm.person_id = r.person_id)
  limit 1`;
