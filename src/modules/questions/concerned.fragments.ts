/** SQL of whom something about question `q` concerns. */
import { giving } from './questions.fragments.js';

/** Those who give its network's questions to others, by a role in that network. */
export const routersOf = `
  select m.person_id from current_memberships m
  where m.network_id = q.network_id and m.role in (${giving('route_questions')})`;

/** That it is late concerns whoever is to answer it, was asked instead, or gives it to others. */
export const isLateFor = (person: string): string => `
  (${person} is not distinct from q.responsible_id or ${person} is not distinct from q.second_id
    or ${person} in (${routersOf}))`;

/** Whoever asked it; where they are not there any more, those who keep their partnership. */
export const askersOf = `
  select m.person_id from current_memberships m
  where m.network_id = q.network_id and case
    when exists (select from current_memberships y where y.person_id = q.asked_by and y.network_id = q.network_id)
      then m.person_id = q.asked_by
    else m.partnership_id = q.partnership_id and m.role in ('partnership_coordinator', 'project_manager') end`;

/** Those who said that their partnership has it too. */
export const sharersOf = `select shared.person_id from question_shares shared where shared.question_id = q.id`;

/** Those who answer it or did, and those who wait for its answer. */
export const followersOf = `
  select unnest(array[q.responsible_id, q.second_id]) as person_id
  union select a.author_id from answers a where a.question_id = q.id
  union ${askersOf} union ${sharersOf}`;
