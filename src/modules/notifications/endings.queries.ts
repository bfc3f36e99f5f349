/** SQL of roles that end: whom it is told, and what their letter says. */

/** Whether `y`, a current role, is of somebody who gives the role `m`. */
export const givesRole = `(
  y.role = 'project_coordinator' and y.network_id = m.network_id
  or y.role = 'administrator' and m.role in ('administrator', 'project_coordinator'))`;

/** $1 membership, $2 its end: nobody where it was moved, came, or its holder's account is closed. */
export const toldOfEnding = `
  select m.person_id as "personId", true as own
  from current_memberships m where m.id = $1 and m.until_on = $2::date
  union
  select y.person_id, false
  from current_memberships m join current_memberships y on ${givesRole}
  where m.id = $1 and m.until_on = $2::date and y.person_id <> m.person_id`;

/** $1 membership: what its holder's letter says. */
export const endingLetter = `
  select p.id as "personId", p.name, p.email, p.locale, m.role, n.name as network, s.name as partnership,
    to_char(m.until_on - 1, 'YYYY-MM-DD') as "lastOn"
  from memberships m join people p on p.id = m.person_id
  left join networks n on n.id = m.network_id left join partnerships s on s.id = m.partnership_id
  where m.id = $1`;
