/** SQL of reach: who acknowledged on each side, and who is missing. */
import { instant } from '@hub/database';
import { isFailing } from '../mail/failing.fragments.js';
import { textFor } from './broadcasts.fragments.js';
import { counts, ofThese, sidesOf } from './broadcasts.queries.js';
import { isMissing } from './rounds.queries.js';

const side = `json_build_object('side', d.side, 'people', d.people, 'acknowledged', d.acknowledged,
  'firstAt', ${instant('d.first_at')}) order by d.side desc`;

/** $1 broadcast, $2 the networks whose broadcasts the reader sends, null for all. */
export const reach = `
  select ${counts} as counts,
    coalesce((select json_agg(json_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'reached', x.reached,
        'sides', x.sides) order by x.reached, s.name, s.id)
      from (select d.partnership_id, bool_and(d.acknowledged > 0) as reached, json_agg(${side}) as sides
        from (${sidesOf}) d group by d.partnership_id) x
      join partnerships s on s.id = x.partnership_id), '[]') as partnerships,
    coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'initials', p.initials, 'title', p.title,
        'email', p.email, 'timeZone', p.time_zone, 'role', y.role, 'partnershipName', y.name, 'side', y.side,
        'reminders', r.reminders, 'remindedAt', ${instant('r.reminded_at')}, 'failing', ${isFailing('p')})
        order by y.name nulls last, y.side desc, p.name, p.id)
      from broadcast_recipients r join people p on p.id = r.person_id
      cross join lateral (
        select m.role, s.name, m.side from current_memberships m
        join broadcast_networks bn on bn.network_id = m.network_id and bn.broadcast_id = b.id
        left join partnerships s on s.id = m.partnership_id
        where m.person_id = p.id and ($2::uuid[] is null or m.network_id = any($2)) order by (m.partnership_id is null), m.from_on, m.id limit 1) y
      where r.broadcast_id = b.id and b.acknowledge and ${isMissing} and ${ofThese('r')}), '[]') as missing
  from broadcasts b where b.id = $1`;

/** $1 reader, $2 networks as above, $3 network, $4 how many: the latest that ask, newest first, each with its sides there. */
export const board = `
  select b.id, x.title, ${instant('b.sent_at')} as "sentAt", b.acknowledge_by::text as "acknowledgeBy",
    coalesce((select json_agg(json_build_object('partnershipId', partnership_id, 'sides', sides))
      from (select d.partnership_id, json_agg(${side}) as sides from (${sidesOf}) d group by d.partnership_id) each), '[]') as reached
  from broadcasts b join people reader on reader.id = $1 cross join lateral ${textFor('b', 'reader')} x
  where b.status = 'sent' and b.acknowledge
    and exists (select from broadcast_networks bn where bn.broadcast_id = b.id and bn.network_id = $3)
  order by b.sent_at desc, b.id desc limit $4`;

/** $1 network, $2 partnerships that stand on the board whatever became of them. */
export const boardPartnerships = `
  select s.id, s.slug, s.name from partnerships s
  where s.network_id = $1 and (s.id = any($2) or exists (
    select from current_memberships m where m.partnership_id = s.id and m.side is not null))
  order by s.name, s.id`;
