import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions with their answers, and who answers them by when. */
export class Questions1764000014000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
set local lock_timeout = '2s';
create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;

-- As people search: without regard to case and diacritics. The dictionary is named, so that the answer never changes.
do $$
declare place text := (select extnamespace::regnamespace::text from pg_extension where extname = 'unaccent');
begin
  execute format('create function plain(text) returns text language sql immutable strict parallel safe as %L',
    format('select lower(%s.unaccent(%L::regdictionary, $1))', place, place || '.unaccent'));
end $$;
-- How words are taken apart in a language; in one that is not known, not at all.
create function words_of(language text) returns regconfig language sql immutable strict parallel safe as $$
  select (case split_part(language, '-', 1)
    when 'en' then 'english' when 'sv' then 'swedish' when 'es' then 'spanish' when 'fr' then 'french'
    when 'pt' then 'portuguese' when 'sr' then 'serbian' else 'simple' end)::regconfig $$;

create table tags (
  id uuid primary key,
  slug text not null unique,
  -- Of one theme; null for what every network asks about.
  theme_id uuid references themes,
  names jsonb not null,
  created_at timestamptz not null default now()
);
create index tags_theme_id_idx on tags (theme_id);

create table questions (
  id uuid primary key,
  network_id uuid not null references networks,
  partnership_id uuid references partnerships,
  asked_by uuid not null references people,
  asked_at timestamptz not null default now(),
  title text not null,
  body text not null,
  language text not null,
  summary text not null default '',
  visibility text not null,
  message_id uuid references messages,
  state text not null default 'open',
  version integer not null default 1,
  edited_at timestamptz,
  responsible_id uuid references people,
  -- Counts who was answerable, so that each is reminded once.
  routing integer not null default 0,
  -- Since when the one who is answerable is, and the second who was asked.
  routed_at timestamptz,
  second_id uuid references people,
  -- From when on an answer is waited for; null once there is one.
  waiting_since timestamptz,
  -- Reckoned from these rows and the calendar of whoever is answerable; kept so that lists can be in its order.
  target_at timestamptz,
  closed_as text,
  closed_by uuid references people,
  closed_at timestamptz,
  closed_reason text not null default '',
  duplicate_of uuid references questions,
  -- Both written by a trigger: what people's words are compared with.
  words tsvector not null default '',
  plain_title text not null default '',
  constraint questions_visibility_check check (visibility in ('network', 'partnership', 'all_networks')
    and (visibility = 'partnership') <= (partnership_id is not null)),
  constraint questions_state_check check (state in ('open', 'routed', 'answered', 'accepted', 'closed')),
  constraint questions_responsible_check check (
    (state = 'open') <= (responsible_id is null) and (state = 'routed') <= (responsible_id is not null)
    and (responsible_id is null) = (routed_at is null)),
  constraint questions_closed_check check (
    (state = 'closed') = (closed_as is not null) and (closed_as is null) = (closed_at is null)
    and (closed_as is null) = (closed_by is null) and (closed_as is not distinct from 'duplicate') = (duplicate_of is not null)),
  constraint questions_closed_as_check check (closed_as in ('duplicate', 'withdrawn', 'no_answer')),
  constraint questions_duplicate_check check (duplicate_of <> id)
);
create index questions_network_id_asked_at_idx on questions (network_id, asked_at);
create index questions_partnership_id_idx on questions (partnership_id);
create index questions_asked_by_idx on questions (asked_by);
create index questions_responsible_id_idx on questions (responsible_id) where responsible_id is not null;
create index questions_waiting_since_idx on questions (waiting_since) where waiting_since is not null;
create index questions_message_id_idx on questions (message_id) where message_id is not null;
create index questions_duplicate_of_idx on questions (duplicate_of) where duplicate_of is not null;
create index questions_words_idx on questions using gin (words);
create index questions_title_idx on questions using gin (plain_title gin_trgm_ops);

create function questions_words() returns trigger language plpgsql as $$
begin
  new.plain_title := plain(new.title);
  new.words := setweight(to_tsvector(words_of(new.language), new.plain_title), 'A')
    || setweight(to_tsvector('english', plain(new.summary)), 'B')
    || setweight(to_tsvector(words_of(new.language), plain(new.body)), 'C');
  return new;
end $$;
create trigger questions_words before insert or update of title, summary, body, language on questions
  for each row execute function questions_words();

create table question_tags (
  question_id uuid not null references questions on delete cascade,
  tag_id uuid not null references tags,
  primary key (question_id, tag_id)
);
create index question_tags_tag_id_idx on question_tags (tag_id);

-- Partnerships that have the question too, and who said so.
create table question_shares (
  question_id uuid not null references questions on delete cascade,
  partnership_id uuid not null references partnerships,
  person_id uuid not null references people,
  at timestamptz not null default now(),
  primary key (question_id, partnership_id)
);
create index question_shares_partnership_id_idx on question_shares (partnership_id);
create index question_shares_person_id_idx on question_shares (person_id);

-- What happened to a question, in order.
create table question_steps (
  question_id uuid not null references questions on delete cascade,
  number integer not null,
  at timestamptz not null default now(),
  step text not null,
  -- Null: the network's rules.
  by_id uuid references people,
  to_id uuid references people,
  reason text not null default '',
  -- What was said before it was edited.
  before jsonb,
  primary key (question_id, number),
  constraint question_steps_step_check check (step in (
    'asked', 'edited', 'assigned', 'taken', 'passed_on', 'declined', 'rerouted', 'second_asked', 'asked_back', 'replied',
    'answered', 'answer_edited', 'accepted', 'unaccepted', 'endorsed', 'closed', 'reopened', 'published'))
);
create index question_steps_by_id_idx on question_steps (by_id);
create index question_steps_to_id_idx on question_steps (to_id);

-- While the asker is asked back nothing runs.
create table question_pauses (
  question_id uuid not null references questions on delete cascade,
  from_at timestamptz not null,
  until_at timestamptz,
  primary key (question_id, from_at),
  constraint question_pauses_until_check check (until_at >= from_at)
);
create unique index question_pauses_open_idx on question_pauses (question_id) where until_at is null;

create table question_remarks (
  id uuid primary key,
  question_id uuid not null references questions on delete cascade,
  author_id uuid not null references people,
  body text not null,
  asks_back boolean not null default false,
  at timestamptz not null default now()
);
create index question_remarks_question_id_idx on question_remarks (question_id);
create index question_remarks_author_id_idx on question_remarks (author_id);

create table answers (
  id uuid primary key,
  question_id uuid not null references questions on delete cascade,
  author_id uuid not null references people,
  -- The author's role when it was written.
  role text,
  body text not null,
  language text not null,
  sources jsonb not null default '[]',
  message_id uuid references messages,
  at timestamptz not null default now(),
  version integer not null default 1,
  edited_at timestamptz,
  accepted_at timestamptz
);
create index answers_question_id_idx on answers (question_id);
create index answers_author_id_idx on answers (author_id);
create index answers_message_id_idx on answers (message_id) where message_id is not null;
create unique index answers_accepted_idx on answers (question_id) where accepted_at is not null;

create table answer_versions (
  answer_id uuid not null references answers on delete cascade,
  version integer not null,
  body text not null,
  sources jsonb not null,
  at timestamptz not null,
  primary key (answer_id, version)
);

create table answer_endorsements (
  answer_id uuid not null references answers on delete cascade,
  person_id uuid not null references people,
  role text,
  at timestamptz not null default now(),
  primary key (answer_id, person_id)
);
create index answer_endorsements_person_id_idx on answer_endorsements (person_id);

-- To whom the questions of a network go, by tag; without a tag, what no other rule takes.
create table question_rules (
  id uuid primary key,
  network_id uuid not null references networks,
  tag_id uuid references tags,
  person_id uuid not null references people,
  second_id uuid references people
);
create unique index question_rules_network_id_tag_id_idx on question_rules (network_id, tag_id);
create unique index question_rules_rest_idx on question_rules (network_id) where tag_id is null;
create index question_rules_person_id_idx on question_rules (person_id);

create table away_periods (
  id uuid primary key,
  person_id uuid not null references people,
  from_on date not null,
  until_on date not null,
  stand_in_id uuid references people,
  constraint away_periods_days_check check (until_on >= from_on),
  constraint away_periods_stand_in_check check (stand_in_id <> person_id)
);
create index away_periods_person_id_idx on away_periods (person_id);

-- Last: whoever works meanwhile waits for it until the end of the migration.
alter table networks add column response_days integer not null default 5,
  add constraint networks_response_days_check check (response_days between 1 and 60);
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
