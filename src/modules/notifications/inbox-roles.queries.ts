/** SQL of notifications about roles that end. */
import { personRef } from '@hub/database';
import { givesRole } from './endings.queries.js';
import type { Subject } from './inbox-subject.js';

export const endings: Subject = {
  columns: `
    ${personRef('p')} as from, m.person_id = f.person_id as own, m.role,
    n.slug as "networkSlug", n.name as "networkName", s.name as "partnershipName",
    to_char(m.until_on - 1, 'YYYY-MM-DD') as "lastOn"`,
  joins: `
    join memberships m on m.id = f.membership_id
    join people p on p.id = m.person_id
    left join networks n on n.id = m.network_id
    left join partnerships s on s.id = m.partnership_id`,
  // A role that goes on after all, or that the reader does not give any more, is not spoken of.
  visible: `
    m.until_on <= (f.created_at + interval '29 days')::date and (m.person_id = f.person_id or exists (
      select from current_memberships y where y.person_id = f.person_id and ${givesRole}))`,
  needsMe: 'false',
};
