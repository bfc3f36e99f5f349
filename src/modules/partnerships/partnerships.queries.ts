/** SQL of partnerships. Rows come out in the shapes of the contracts. */

/** As the contract's `LocalGovernment`, of `g`. */
const government = `
  'id', g.id, 'name', g.name, 'kind', g.kind, 'country', g.country, 'timeZone', g.time_zone, 'source', g.source`;

const party = `json_build_object('id', pp.id, 'side', pp.side, 'fromOn', pp.from_on, 'untilOn', pp.until_on,
  'localGovernment', json_build_object(${government}))`;

const card = `
  s.id, s.slug, s.name, s.associate, s.source,
  st.status, st.from_on as "statusFromOn",
  coalesce(parties.list, '[]') as parties,
  array(select one.side from unnest(array['swedish', 'international']) one(side) where not exists (
    select from partnership_parties pp where pp.partnership_id = s.id and pp.side = one.side
      and (pp.until_on is null or current_date < pp.until_on))) as "missingSides",
  case when pr.id is not null then json_build_object('name', pr.name, 'sdgTargets', pr.sdg_targets) end as project`;

const from = `
  from partnerships s
  join lateral (select status, from_on from partnership_statuses ps
    where ps.partnership_id = s.id and ps.from_on <= current_date order by ps.from_on desc limit 1) st on true
  left join lateral (select * from projects p where p.partnership_id = s.id order by p.starts_on desc limit 1) pr on true
  left join lateral (
    select json_agg(${party} order by pp.side desc, pp.from_on, g.name) as list
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
    s.former_names as "formerNames",
    coalesce((select json_agg(${party} order by pp.until_on desc, g.name)
      from partnership_parties pp join local_governments g on g.id = pp.local_government_id
      where pp.partnership_id = s.id and pp.until_on <= current_date), '[]') as "formerParties",
    n.status as "networkStatus",
    (select json_agg(json_build_object('status', ps.status, 'fromOn', ps.from_on, 'reason', ps.reason) order by ps.from_on)
      from partnership_statuses ps where ps.partnership_id = s.id) as statuses
  ${from} join networks n on n.id = s.network_id where s.slug = $1`;

const seat = `
  seat.id, seat.side, seat.role, seat.mandate, seat.from_on as "fromOn", seat.until_on as "untilOn",
    (select json_build_object('id', p.id, 'name', p.name, 'initials', p.initials)
      from seat_holders h join current_memberships m on m.id = h.membership_id join people p on p.id = m.person_id
      where h.seat_id = seat.id and h.from_on <= current_date and (h.until_on is null or current_date < h.until_on)
      order by h.from_on desc limit 1) as holder`;

/** $1 partnership: every seat that stands today with whoever holds it. */
export const seatsOf = `
  select ${seat}
  from seats seat join steering_groups g on g.id = seat.steering_group_id
  where g.partnership_id = $1 and seat.from_on <= current_date and (seat.until_on is null or current_date < seat.until_on)
  order by seat.side desc, seat.role, seat.mandate, seat.id`;

/** $1 slug: held until the transaction ends, and its network with it. */
export const holdBySlug = `
  select s.id from partnerships s join networks n on n.id = s.network_id where s.slug = $1
  for no key update of s for share of n`;

/** $1 slug: what is asked once it is held, so that it is what was waited for. */
export const partnershipToChange = `
  select s.id, s.slug, s.name, s.former_names as "formerNames", s.associate, s.network_id as "networkId",
    n.status as "networkStatus",
    (select ps.status from partnership_statuses ps where ps.partnership_id = s.id order by ps.from_on desc limit 1) as status
  from partnerships s join networks n on n.id = s.network_id where s.slug = $1`;

/** $1 partnership: held as `holdBySlug` holds it. */
export const holdPartnership = 'select from partnerships where id = $1 for no key update';

/** $1 the beginning of a slug: every slug that is taken. */
export const partnershipSlugsLike = `select slug from partnerships where slug = $1 or slug like $1 || '-%'`;

/** $1 local governments: those that there are. */
export const governmentsAmong = 'select id from local_governments where id = any($1)';

/** Every local government, by country. */
export const governments = `
  select g.id, g.name, g.kind, g.country, g.time_zone as "timeZone", g.source from local_governments g
  order by g.country, g.name, g.id`;

/** $1 partnership: the sides that have a party and no seat yet. */
export const sidesWithoutSeats = `
  select distinct pp.side from partnership_parties pp
  where pp.partnership_id = $1 and (pp.until_on is null or current_date < pp.until_on) and not exists (
    select from seats seat join steering_groups g on g.id = seat.steering_group_id
    where g.partnership_id = $1 and seat.side = pp.side)`;

/** $1 day: today, and whether the day lies ahead. */
export const isAhead = 'select $1::date > current_date as ahead';

/** $1 partnership: every seat that stands or is to come, with everybody who held, holds or will hold it. */
export const keptSeats = `
  select ${seat}, coalesce((select json_agg(json_build_object(
      'person', json_build_object('id', p.id, 'name', p.name, 'initials', p.initials),
      'fromOn', h.from_on, 'untilOn', h.until_on) order by h.from_on desc, h.id desc)
    from seat_holders h join memberships m on m.id = h.membership_id join people p on p.id = m.person_id
    where h.seat_id = seat.id), '[]') as holders
  from seats seat join steering_groups g on g.id = seat.steering_group_id
  where g.partnership_id = $1 and (seat.until_on is null or current_date < seat.until_on)
  order by seat.side desc, seat.role, seat.mandate, seat.from_on, seat.id`;

/** $1 seat: its holders, the latest first. */
export const holdersOf = `
  select h.id, h.membership_id as "membershipId", m.person_id as "personId", h.from_on as "fromOn", h.until_on as "untilOn"
  from seat_holders h join memberships m on m.id = h.membership_id
  where h.seat_id = $1 order by h.from_on desc, h.id desc`;

/** $1 seat, $2 partnership, $3 side, $4 role: whether there is such a seat today, and whether somebody holds or will hold it. */
export const seatIn = `
  select exists (
    select from seat_holders h where h.seat_id = s.id and (h.until_on is null or current_date < h.until_on)) as taken,
    s.until_on as "untilOn"
  from seats s join steering_groups g on g.id = s.steering_group_id
  where s.id = $1 and g.partnership_id = $2 and s.side = $3 and s.role = $4
    and s.from_on <= current_date and (s.until_on is null or current_date < s.until_on)`;

/** $1 membership, $2 holder, $3 day: a row where another seat is held by the membership from that day on. */
export const isHeldElsewhere = `
  select from seat_holders where membership_id = $1 and id <> $2 and (until_on is null or until_on > $3::date)`;
