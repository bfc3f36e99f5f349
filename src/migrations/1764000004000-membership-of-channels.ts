import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is in a channel: by the roles they hold today, or by hand. Which role opens which kind is data, and both views are
 * made from it, so the rule stands once. A place keeps its row when it ends, with how it ended.
 */
export class MembershipOfChannels1764000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table channels
  -- Its texts never leave the hub by mail, digest or push.
  add column sensitive boolean not null default false,
  add column created_by uuid references people,
  add column created_at timestamptz not null default now();

alter table channel_members
  add column left_at timestamptz,
  -- 'role': with the role that opened it, and back with it; 'self' and 'hand' until somebody joins them again.
  add column left_how text,
  add column muted_at timestamptz,
  -- What had been said by then does not count as unread.
  add column read_from_seq bigint not null default 0,
  add constraint channel_members_left_how_check check (
    (left_at is null) = (left_how is null) and left_how in ('role', 'self', 'hand'));

create table channel_kind_roles (
  kind text not null,
  role text not null,
  primary key (kind, role)
);
insert into channel_kind_roles (kind, role)
select kind, role from (values
  ('announcements', null), ('thematic', null), ('partnership', null),
  ('steering_group', 'politician'), ('steering_group', 'senior_official'), ('steering_group', 'project_coordinator'),
  ('mentor_team', 'mentor'), ('mentor_team', 'project_coordinator'), ('mentor_team', 'partnership_coordinator'),
  ('mentor_team', 'project_manager'),
  ('guest', 'guest'), ('guest', 'project_coordinator'), ('guest', 'research_advisor'), ('guest', 'expert'),
  ('guest', 'communications_officer')) opened(kind, one)
join (values
  ('project_coordinator'), ('research_advisor'), ('expert'), ('mentor'), ('partnership_coordinator'), ('project_manager'),
  ('team_member'), ('politician'), ('senior_official'), ('civil_society'), ('communications_officer'), ('guest')) every(role)
  on role = one or (one is null and role <> 'guest');

-- The channels that somebody's current roles open, once for each role that does. Administrators look after the whole hub and follow what is said to
-- everybody, not what is said in a room; a partnership that applies asks its questions where guests do.
create view channel_openings as
  select c.id as channel_id, m.person_id
  from current_memberships m
  join channels c on c.network_id = m.network_id and (c.partnership_id is null or c.partnership_id = m.partnership_id)
  where exists (select from channel_kind_roles r where r.kind = c.kind and r.role = m.role)
    or c.kind = 'guest' and m.role = 'partnership_coordinator' and 'applicant' = (
      select s.status from partnership_statuses s
      where s.partnership_id = m.partnership_id and s.from_on <= current_date
      order by s.from_on desc limit 1)
  union all
  select c.id, m.person_id
  from current_memberships m join channels c on c.partnership_id is null and c.slug in ('announcements', 'general')
  where m.role = 'administrator';

-- Places are compared with roles after every change of what roles follow from, and once a day: when that was done last,
-- and how often.
create table enrolment (
  only_row boolean primary key default true check (only_row),
  compared_on date not null,
  comparisons bigint not null default 0
);
insert into enrolment (compared_on) values (current_date);

-- The changes that wait for a comparison: a row each, so that nobody who changes a role waits for anybody else who does.
create table enrolment_changes (
  id bigint generated always as identity primary key
);
insert into enrolment_changes default values;

-- Whether no role has changed since places were compared, so that a place that has not ended stands for itself.
create view enrolment_state as
  select e.compared_on = current_date and not exists (select from enrolment_changes) as settled from enrolment e;

-- Who is in a channel now: the permission to read it. A place by role ends with the role; one given by hand with the
-- last role in the network.
create view current_channel_members as
  select cm.channel_id, cm.person_id, cm.origin, cm.joined_at, cm.muted_at, cm.read_from_seq
  from channel_members cm
  where cm.left_at is null and ((select settled from enrolment_state) or case cm.origin
    when 'hand' then exists (
      select from channels c join current_memberships m
        on m.person_id = cm.person_id and (m.network_id = c.network_id or m.role = 'administrator')
      where c.id = cm.channel_id)
    else exists (
      select from channel_openings o where o.channel_id = cm.channel_id and o.person_id = cm.person_id)
  end);

create function enrolment_is_due() returns trigger language plpgsql as $$
begin
  insert into enrolment_changes default values;
  return null;
end $$;
create trigger enrolment_after_memberships after insert or update or delete on memberships
  for each statement execute function enrolment_is_due();
create trigger enrolment_after_people after update of disabled_at on people
  for each statement execute function enrolment_is_due();
create trigger enrolment_after_statuses after insert or update or delete on partnership_statuses
  for each statement execute function enrolment_is_due();
create trigger enrolment_after_channels after insert on channels
  for each statement execute function enrolment_is_due();
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
