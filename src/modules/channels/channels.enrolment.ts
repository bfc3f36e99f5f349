/**
 * Who belongs in which channel by the roles they hold today. The rule stands here once, as lists of roles; the one
 * statement made of it enrols everybody who is missing and touches nobody else, so it may run after every change.
 */
import { roles, type ChannelKind, type Role } from '@hub/contracts';

const networkRoles = roles.filter((role) => role !== 'administrator');
const memberRoles = networkRoles.filter((role) => role !== 'guest');
const seatRoles: Role[] = ['politician', 'senior_official'];

/** The roles that open every channel of a kind, of the network or, where the channel has one, of its partnership. */
export const rolesByKind: Record<Exclude<ChannelKind, 'direct'>, readonly Role[]> = {
  announcements: memberRoles,
  thematic: memberRoles,
  steering_group: [...seatRoles, 'project_coordinator'],
  partnership: memberRoles,
  mentor_team: ['mentor', 'project_coordinator', 'partnership_coordinator', 'project_manager'],
  guest: ['guest', 'project_coordinator', 'research_advisor', 'expert', 'communications_officer'],
};

/** Administrators look after the whole hub and follow what is said to everybody, not what is said in a room. */
export const administratorChannels: readonly string[] = ['announcements', 'general'];

const list = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');
const byKind = Object.entries(rolesByKind)
  .map(([kind, kindRoles]) => `when '${kind}' then m.role in (${list(kindRoles)})`)
  .join('\n      ');

export const enrolByRole = `
insert into channel_members (channel_id, person_id, origin)
select distinct c.id, m.person_id, 'role'
from channels c
join current_memberships m on m.role = 'administrator' or m.network_id = c.network_id
where case
    when m.role = 'administrator' then c.partnership_id is null and c.slug in (${list(administratorChannels)})
    when c.partnership_id is not null and m.partnership_id is distinct from c.partnership_id then false
    when c.kind = 'guest' and m.role = 'partnership_coordinator' then 'applicant' = (
      select s.status from partnership_statuses s
      where s.partnership_id = m.partnership_id and s.from_on <= current_date
      order by s.from_on desc limit 1)
    else case c.kind
      ${byKind}
      else false end
  end
on conflict do nothing`;
