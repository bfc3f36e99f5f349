/** SQL of partnerships. Rows come out in the shapes of the contracts. */

const card = `
  s.id, s.slug, s.name, s.associate, s.source,
  st.status, st.from_on as "statusFromOn",
  coalesce(parties.list, '[]') as parties,
  array(select side from unnest(array['swedish', 'international']) side where not exists (
    select from partnership_parties pp where pp.partnership_id = s.id and pp.side = side
      and (pp.until_on is null or current_date < pp.until_on))) as "missingSides",
  case when pr.id is not null then json_build_object('name', pr.name, 'sdgTargets', pr.sdg_targets) end as project`;

const from = `
  from partnerships s
  join lateral (select status, from_on from partnership_statuses ps
    where ps.partnership_id = s.id and ps.from_on <= current_date order by ps.from_on desc limit 1) st on true
  left join lateral (select * from projects p where p.partnership_id = s.id order by p.starts_on desc limit 1) pr on true
  left join lateral (
    select json_agg(json_build_object('side', pp.side, 'localGovernment', json_build_object(
      'id', g.id, 'name', g.name, 'kind', g.kind, 'country', g.country, 'timeZone', g.time_zone, 'source', g.source))
      order by pp.side desc, pp.from_on, g.name) as list
    from partnership_parties pp join local_governments g on g.id = pp.local_government_id
    where pp.partnership_id = s.id and (pp.until_on is null or current_date < pp.until_on)
  ) parties on true`;

/** $1 network. Associates come last. */
export const partnershipCards = `select ${card} ${from} where s.network_id = $1 order by s.associate, s.name`;

/** $1 slug. */
export const partnershipBySlug = `
  select ${card}, json_build_object('id', n.id, 'slug', n.slug, 'name', n.name) as network,
    case when pr.id is not null then json_build_object('id', pr.id, 'name', pr.name, 'challenge', pr.challenge,
      'aims', pr.aims, 'sdgTargets', pr.sdg_targets, 'startsOn', pr.starts_on, 'endsOn', pr.ends_on) end as "projectDetails",
    (select json_agg(json_build_object('status', ps.status, 'fromOn', ps.from_on, 'reason', ps.reason) order by ps.from_on)
      from partnership_statuses ps where ps.partnership_id = s.id) as statuses
  ${from} join networks n on n.id = s.network_id where s.slug = $1`;

/** $1 partnership: every seat that stands today with whoever holds it. */
export const seatsOf = `
  select seat.id, seat.side, seat.role, seat.mandate, seat.from_on as "fromOn", seat.until_on as "untilOn",
    (select json_build_object('id', p.id, 'name', p.name, 'initials', p.initials)
      from seat_holders h join current_memberships m on m.id = h.membership_id join people p on p.id = m.person_id
      where h.seat_id = seat.id and h.from_on <= current_date and (h.until_on is null or current_date < h.until_on)
      order by h.from_on desc limit 1) as holder
  from seats seat join steering_groups g on g.id = seat.steering_group_id
  where g.partnership_id = $1 and seat.from_on <= current_date and (seat.until_on is null or current_date < seat.until_on)
  order by seat.side desc, seat.role, seat.mandate, seat.id`;
