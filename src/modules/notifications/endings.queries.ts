/** SQL of roles that end: whom it is told, and what their letter says. */

/** Whether `y`, a current role, is of somebody who gives the role `m`. */
export const givesRole = `(
  y.role = 'project_coordinator' and y.network_id = m.network_id
  or y.role = 'administrator' and m.role in ('administrator', 'project_coordinator'))`;

/** $1 membership, $2 its end: nobody where it was moved, came, or its holder's account is closed. */
export const toldOfEnding = `
  select m.person_id as "personId", true as own, m.network_id as "networkId"
  from current_memberships m where m.id = $1 and m.until_on = $2::date
  union
  select y.person_id, false, m.network_id
  from current_memberships m join current_memberships y on ${givesRole}
  where m.id = $1 and m.until_on = $2::date and y.person_id <> m.person_id`;

/** $1 notifications: what the holder's letter says. A role that goes on after all is not spoken of. */
export const roleMatters = `
  select f.id, m.role, m.network_id as "networkId", n.name as network, s.name as partnership,
    to_char(m.until_on - 1, 'YYYY-MM-DD') as "lastOn",
    case when m.person_id <> f.person_id or m.until_on <= current_date
      or m.until_on > (f.created_at + interval '29 days')::date or m.until_on is null then 'over' end as reason
  from notifications f
  join memberships m on m.id = f.membership_id
  left join networks n on n.id = m.network_id
  left join partnerships s on s.id = m.partnership_id
  where f.id = any($1)`;
