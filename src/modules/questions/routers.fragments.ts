/** SQL of those who give a network's questions to others, and of whom a late one concerns. */
import { gives, roles } from '@hub/contracts';

const routing = roles.flatMap((role) => (gives(role, 'route_questions') ? [`'${role}'`] : [])).join(', ');

/** Of question `q`: those who give its network's questions to others, by a role in that network. */
export const routersOf = `
  select m.person_id from current_memberships m
  where m.network_id = q.network_id and m.role in (${routing})`;

/** That question `q` is late concerns whoever is to answer it, was asked instead, or gives it to others. */
export const isLateFor = (person: string): string => `
  (${person} is not distinct from q.responsible_id or ${person} is not distinct from q.second_id
    or ${person} in (${routersOf}))`;
