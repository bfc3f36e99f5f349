/** Who belongs in which channel by the roles they hold today: the rule stands here once, to enrol by and to check by. */
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

/** Whether the current membership `m` opens the channel `c`. */
const opens = `
  case
    when m.role = 'administrator' then c.partnership_id is null and c.slug in (${list(administratorChannels)})
    when m.network_id is distinct from c.network_id then false
    when c.partnership_id is not null and m.partnership_id is distinct from c.partnership_id then false
    when c.kind = 'guest' and m.role = 'partnership_coordinator' then 'applicant' = (
      select s.status from partnership_statuses s
      where s.partnership_id = m.partnership_id and s.from_on <= current_date
      order by s.from_on desc limit 1)
    else case c.kind
      ${byKind}
      else false end
  end`;

/** Gives everybody the places their roles open. Adds what is missing and touches nothing else, so it may run again. */
export const enrolByRole = `
insert into channel_members (channel_id, person_id, origin)
select distinct c.id, m.person_id, 'role'
from channels c join current_memberships m on ${opens}
on conflict do nothing`;

/**
 * Who is in a channel today, as (channel_id, person_id). A place ends with the role that opened it, and one given by
 * hand with the last role in the network.
 */
export const currentChannelMembers = `(
  select cm.channel_id, cm.person_id
  from channel_members cm join channels c on c.id = cm.channel_id
  where exists (
    select from current_memberships m where m.person_id = cm.person_id
      and case when cm.origin = 'hand' then m.network_id = c.network_id or m.role = 'administrator' else ${opens} end))`;
