/** SQL of roles over time. */

/** $1 person: one who gets or loses a role is held until that is written, so that two who write see each other. */
export const lockPerson = 'select id from people where id = $1 for update';

/** $1 person, $2 networks: whether they have or had a role in one of them. */
export const knownIn = 'select from memberships where person_id = $1 and network_id = any($2) limit 1';

/** $1 membership. */
export const membershipById = `
  select m.id, m.person_id as "personId", m.role, m.network_id as "networkId", m.partnership_id as "partnershipId",
    m.side, m.from_on as "fromOn", m.until_on as "untilOn", coalesce(m.until_on <= current_date, false) as over
  from memberships m where m.id = $1`;

/** $1 person, $2 role, $3 network, $4 partnership, $5 side, $6 first day, $7 last day or null: the same role in that time. */
export const sameRole = `
  select m.id from memberships m
  where m.person_id = $1 and m.role = $2 and m.network_id is not distinct from $3::uuid
    and m.partnership_id is not distinct from $4::uuid and m.side is not distinct from $5::text
    and (m.until_on is null or m.until_on > $6::date) and ($7::date is null or m.from_on <= $7::date)
  order by m.from_on, m.id`;

/** $1 membership, $2 first day, $3 first day without it or null: it lasts through all of that, and through what it did before. */
export const widen = `
  update memberships set from_on = least(from_on, $2::date),
    until_on = case when until_on is not null and $3::date is not null then greatest(until_on, $3::date) end
  where id = $1`;

/** $1 id, $2 person, $3 role, $4 network, $5 partnership, $6 side, $7 first day, $8 last day or null. */
export const insertMembership = `
  insert into memberships (id, person_id, role, network_id, partnership_id, side, from_on, until_on)
  values ($1, $2, $3, $4, $5, $6, $7, $8::date + 1)
  returning until_on as "untilOn"`;

/** $1 membership, $2 last day or null. */
export const moveEnd = 'update memberships set until_on = $2::date + 1 where id = $1 returning until_on as "untilOn"';

/** $1 membership. */
export const endToday = 'update memberships set until_on = current_date where id = $1 returning until_on as "untilOn"';

/** $1 day: whether it is past, and whether it is before the membership's first day, $2. */
export const isTooEarly = 'select $1::date < current_date or $1::date < $2::date as early';

/** Held while an administrator's role or account ends, so that two who end each other's see each other. */
export const lockAdministrators = `select id from memberships where role = 'administrator' order by id for update`;

/** $1 memberships that end, $2 the first day without them or null for today: whoever is administrator from then on, with no end. */
export const otherAdministrators = `
  select from memberships m join people p on p.id = m.person_id
  where m.role = 'administrator' and p.disabled_at is null and not m.id = any($1)
    and m.from_on <= coalesce($2::date, current_date) and m.until_on is null
  limit 1`;

/** $1 person: the administrator's roles that they have today. */
export const administratorRoles = `
  select m.id from current_memberships m where m.person_id = $1 and m.role = 'administrator'`;

/** $1 network, $2 partnership. */
export const partnershipOf = 'select from partnerships where network_id = $1 and id = $2';
