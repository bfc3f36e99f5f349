import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Guest experts: from outside, they answer what is given to them, and of the network see nothing else. */
export class GuestExperts1764000014500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
set local lock_timeout = '2s';
alter table memberships drop constraint memberships_role_check, add constraint memberships_role_check check (role in (
  'administrator', 'project_coordinator', 'research_advisor', 'expert', 'guest_expert', 'mentor', 'partnership_coordinator',
  'project_manager', 'team_member', 'politician', 'senior_official', 'civil_society', 'communications_officer', 'guest'));

-- Whether somebody's roles give them this place. A function, since a view that names them all costs each statement
-- something, also where it does not ask: while no role has changed, places stand for themselves.
create function roles_give_place(channel uuid, person uuid, origin text) returns boolean language plpgsql stable as $$
begin
  if origin <> 'hand' then
    return exists (select from channel_openings o where o.channel_id = channel and o.person_id = person);
  end if;
  -- What happens on a timeline is told in the announcements: like guests, guest experts keep no place there.
  return exists (
    select from channels c join current_memberships m
      on m.person_id = person and (m.network_id = c.network_id or m.role = 'administrator')
    where c.id = channel and (c.kind <> 'announcements' or m.role not in ('guest', 'guest_expert')));
end $$;
create or replace view current_channel_members as
  select cm.channel_id, cm.person_id, cm.origin, cm.joined_at, cm.muted_at, cm.read_from_seq
  from channel_members cm
  where cm.left_at is null and (
    (select settled from enrolment_state) or roles_give_place(cm.channel_id, cm.person_id, cm.origin));
insert into enrolment_changes default values;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
