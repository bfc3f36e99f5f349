import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Broadcasts and who acknowledged them, what people want to be told how, and notifications of more than messages. */
export class Reach1764000013000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table broadcasts (
  id uuid primary key,
  author_id uuid not null references people,
  -- What it is about whom: networks, partnerships, sides and roles, never a mandate.
  audience jsonb not null,
  status text not null,
  version integer not null default 1,
  acknowledge boolean not null default false,
  acknowledge_by date,
  scheduled_for timestamptz,
  scheduled_zone text,
  -- Why it was not sent when its moment came, and that moment; null once somebody has attended to it.
  not_sent jsonb,
  sent_at timestamptz,
  topic_id uuid references topics,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  constraint broadcasts_status_check check (status in ('draft', 'scheduled', 'sent', 'discarded')),
  constraint broadcasts_scheduled_check check ((status = 'scheduled') <= (scheduled_for is not null and scheduled_zone is not null)),
  constraint broadcasts_sent_check check ((status = 'sent') = (sent_at is not null))
);
create index broadcasts_scheduled_for_idx on broadcasts (scheduled_for) where status = 'scheduled';

create table broadcast_networks (
  broadcast_id uuid not null references broadcasts on delete cascade,
  network_id uuid not null references networks,
  primary key (broadcast_id, network_id)
);
create index broadcast_networks_network_id_idx on broadcast_networks (network_id);

create table broadcast_versions (
  broadcast_id uuid not null references broadcasts on delete cascade,
  version integer not null,
  author_id uuid not null references people,
  -- What was corrected, in a sentence; empty in the first.
  note text not null default '',
  -- Whether those who had acknowledged are asked again.
  again boolean not null default false,
  at timestamptz not null default now(),
  primary key (broadcast_id, version)
);

create table broadcast_texts (
  broadcast_id uuid not null references broadcasts on delete cascade,
  version integer not null,
  language text not null,
  -- The first is read by whoever has none of their own, if there is no English one.
  position integer not null default 0,
  title text not null,
  body text not null,
  primary key (broadcast_id, version, language)
);

create table broadcast_recipients (
  broadcast_id uuid not null references broadcasts on delete cascade,
  person_id uuid not null references people,
  acknowledged_at timestamptz,
  -- The version that was acknowledged last, in the hub or on the page that the mail leads to.
  acknowledged_version integer,
  acknowledged_by text,
  reminders integer not null default 0,
  reminded_at timestamptz,
  primary key (broadcast_id, person_id),
  constraint broadcast_recipients_acknowledged_check check (
    (acknowledged_at is null) = (acknowledged_version is null) and (acknowledged_at is null) = (acknowledged_by is null)),
  constraint broadcast_recipients_acknowledged_by_check check (acknowledged_by in ('hub', 'mail'))
);
create index broadcast_recipients_person_id_idx on broadcast_recipients (person_id);

-- On which sides the recipients stood when it was sent: a side that changes people later was reached all the same.
create table broadcast_sides (
  broadcast_id uuid not null references broadcasts on delete cascade,
  partnership_id uuid not null references partnerships,
  side text not null,
  person_id uuid not null references people,
  primary key (broadcast_id, partnership_id, side, person_id),
  constraint broadcast_sides_side_check check (side in ('swedish', 'international'))
);

-- What a person chose; nobody has a row before they choose. Kinds that are not named follow the network's default.
create table preferences (
  person_id uuid primary key references people,
  mail jsonb not null default '{}',
  digest text not null default 'daily',
  digest_at time not null default '07:30',
  -- 1 is Monday.
  digest_weekday integer not null default 1,
  quiet_from time not null default '20:00',
  quiet_until time not null default '07:00',
  quiet_days integer[] not null default '{6,7}',
  quiet_holidays boolean not null default true,
  changed_at timestamptz not null default now(),
  constraint preferences_digest_check check (digest in ('off', 'daily', 'weekly')),
  constraint preferences_digest_weekday_check check (digest_weekday between 1 and 7)
);

create table channel_preferences (
  person_id uuid not null references people,
  channel_id uuid not null references channels on delete cascade,
  mail jsonb not null,
  primary key (person_id, channel_id)
);

alter table networks add column mail_defaults jsonb not null default '{}';

-- Up to which seq people were told of a channel's messages: what is between it and the channel's head is still to be told.
create table channel_tellings (
  channel_id uuid primary key references channels on delete cascade,
  seq bigint not null
);
insert into channel_tellings (channel_id, seq) select id, last_seq from channels;

alter table notifications
  add column milestone_id uuid references milestones on delete cascade,
  add column visit_id uuid references visits on delete cascade,
  add column broadcast_id uuid references broadcasts on delete cascade,
  -- Unread notifications of one person with the same key are one, which counts.
  add column fold_key text,
  add column count integer not null default 1,
  add column done_at timestamptz,
  add column later_until timestamptz,
  drop constraint notifications_kind_check,
  add constraint notifications_kind_check check (kind in (
    'mention', 'direct', 'reply', 'report', 'role_ending', 'milestone_due', 'milestone_late', 'milestone_changed',
    'visit_coming', 'lessons_wanted', 'broadcast', 'acknowledgement_missing')),
  drop constraint notifications_about_check,
  add constraint notifications_about_check check (num_nonnulls(message_id, membership_id, milestone_id, visit_id, broadcast_id) = 1);
-- Whoever had read a mention before there was an inbox was through with it. Reports and endings say by themselves when they are.
update notifications set done_at = read_at where kind = 'mention' and read_at is not null;
create unique index notifications_fold_key_idx on notifications (person_id, fold_key)
  where fold_key is not null and read_at is null and done_at is null;
-- A message may be reported again.
alter table notifications drop constraint notifications_person_id_kind_message_id_key;
create unique index notifications_person_id_kind_message_id_idx on notifications (person_id, kind, message_id) where kind <> 'report';
create index notifications_later_until_idx on notifications (later_until) where later_until is not null;

alter table deliveries
  -- What it tells; a letter tells several, and what is in the same letter has the same letter_id.
  add column notification_id uuid references notifications on delete cascade,
  add column letter_id uuid,
  -- When it is to be looked at: not before, since nobody is woken. Of what is being sent, when that is unknown for good.
  add column due_at timestamptz,
  -- When it was first tried to be sent.
  add column tried_at timestamptz;
create index deliveries_due_at_idx on deliveries (due_at) where state = 'pending' and kind <> 'digest';
create index deliveries_digests_idx on deliveries (due_at) where state = 'pending' and kind = 'digest';
create index deliveries_waiting_idx on deliveries (person_id) where state = 'pending';
create index deliveries_sending_idx on deliveries (due_at) where state = 'sending';
create index deliveries_failed_idx on deliveries (person_id) where state = 'failed' and medium = 'email';
create index deliveries_letter_id_idx on deliveries (letter_id) where letter_id is not null;
create index deliveries_notification_id_idx on deliveries (notification_id) where notification_id is not null;
create index outbox_topic_idx on outbox (topic) where failed_at is null;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
