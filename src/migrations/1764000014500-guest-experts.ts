import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Guest experts: from outside, they answer what is given to them, and of the network see nothing else. */
export class GuestExperts1764000014500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
set local lock_timeout = '2s';
alter table memberships drop constraint memberships_role_check, add constraint memberships_role_check check (role in (
  'administrator', 'project_coordinator', 'research_advisor', 'expert', 'guest_expert', 'mentor', 'partnership_coordinator',
  'project_manager', 'team_member', 'politician', 'senior_official', 'civil_society', 'communications_officer', 'guest'));

-- What happens on a timeline is told in the announcements: like guests they keep no place there.
create or replace view current_channel_members as
  select cm.channel_id, cm.person_id, cm.origin, cm.joined_at, cm.muted_at, cm.read_from_seq
  from channel_members cm
  where cm.left_at is null and ((select settled from enrolment_state) or case cm.origin
    when 'hand' then exists (
      select from channels c join current_memberships m
        on m.person_id = cm.person_id and (m.network_id = c.network_id or m.role = 'administrator')
      where c.id = cm.channel_id and (c.kind <> 'announcements' or m.role not in ('guest', 'guest_expert')))
    else exists (
      select from channel_openings o where o.channel_id = cm.channel_id and o.person_id = cm.person_id)
  end);
insert into enrolment_changes default values;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
