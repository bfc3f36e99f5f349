/** SQL of roles that end: whom it is told, and how the notification of it reads. */
import { personRef } from '@hub/database';
import { handled } from './notifications.queries.js';

/** Whether `y`, a current role, is of somebody who gives the role `m`. */
const gives = `(
  y.role = 'project_coordinator' and y.network_id = m.network_id
  or y.role = 'administrator' and m.role in ('administrator', 'project_coordinator'))`;

/** $1 membership, $2 its end: nobody where it was moved, came, or its holder's account is closed. */
export const toldOfEnding = `
  select m.person_id as "personId", true as own
  from current_memberships m where m.id = $1 and m.until_on = $2::date
  union
  select y.person_id, false
  from current_memberships m join current_memberships y on ${gives}
  where m.id = $1 and m.until_on = $2::date and y.person_id <> m.person_id`;

/** $1 membership: what its holder's letter says. */
export const endingLetter = `
  select p.id as "personId", p.name, p.email, p.locale, m.role, n.name as network, s.name as partnership,
    to_char(m.until_on - 1, 'YYYY-MM-DD') as "lastOn"
  from memberships m join people p on p.id = m.person_id
  left join networks n on n.id = m.network_id left join partnerships s on s.id = m.partnership_id
  where m.id = $1`;

/** A role that goes on after all, or that the reader does not give any more, is not spoken of. */
const visible = `
  m.until_on <= (f.created_at + interval '29 days')::date and (m.person_id = f.person_id or exists (
    select from current_memberships y where y.person_id = f.person_id and ${gives}))`;

const from = `
  from notifications f
  join memberships m on m.id = f.membership_id
  join people p on p.id = m.person_id
  left join networks n on n.id = m.network_id
  left join partnerships s on s.id = m.partnership_id`;

const ending = `
  select f.id, f.kind, ${personRef('p')} as from, m.person_id = f.person_id as own, m.role,
    n.slug as "networkSlug", n.name as "networkName", s.name as "partnershipName",
    to_char(m.until_on - 1, 'YYYY-MM-DD') as "lastOn",
    'know' as needs, f.count, ${handled}
  ${from}`;

/** $1 person, $2 how many. */
export const latestEndings = `${ending} where f.person_id = $1 and ${visible} order by f.created_at desc, f.id desc limit $2`;

/** $1 person, $2 ids. */
export const endingsById = `${ending} where f.person_id = $1 and f.id = any($2) and ${visible}`;

/** $1 person. */
export const countUnreadEndings = `select count(*) as unread ${from} where f.person_id = $1 and f.read_at is null and ${visible}`;
