/** SQL of the inbox: what is open, put off or done, over everything that notifications are about. */
import type { Box, Notification } from '@hub/contracts';
import { instant } from '@hub/database';
import { broadcasts } from './inbox-broadcasts.queries.js';
import { messages } from './inbox-messages.queries.js';
import { milestones } from './inbox-milestones.queries.js';
import { notes, questions } from './inbox-questions.queries.js';
import { endings } from './inbox-roles.queries.js';
import type { Subject } from './inbox-subject.js';
import { visits } from './inbox-visits.queries.js';

/** By the column that says what a notification is about. */
const subjects = {
  message_id: messages,
  membership_id: endings,
  milestone_id: milestones,
  visit_id: visits,
  broadcast_id: broadcasts,
  question_id: questions,
  note_id: notes,
} as const satisfies Record<string, Subject>;
const all: readonly Subject[] = Object.values(subjects);

const boxes: Record<Box, { holds: string; order: string }> = {
  open: { holds: 'f.done_at is null and f.later_until is null', order: 'f.created_at desc' },
  later: { holds: 'f.done_at is null and f.later_until is not null', order: 'f.later_until' },
  done: { holds: 'f.done_at is not null', order: 'f.done_at desc' },
};

const from = ({ joins, visible }: Subject) => `from notifications f ${joins} where ${visible}`;

const select = (subject: Subject) => `
  select f.id, f.kind, case when ${subject.needsMe} then 'me' else 'know' end as needs, f.count,
    ${instant('f.created_at')} as "createdAt", ${instant('f.read_at')} as "readAt", ${instant('f.done_at')} as "doneAt",
    ${instant('f.later_until')} as "laterUntil", ${subject.columns}
  ${from(subject)}`;

interface Reading {
  sql: string;
  asNotification(row: never): Notification;
}

const reading = (subject: Subject, sql: string): Reading => ({
  sql,
  asNotification: subject.asNotification ?? ((row) => row),
});

/** $1 person, $2 how many of each. */
export const inBox = (box: Box): (Reading & { about: string })[] =>
  Object.entries<Subject>(subjects).map(([about, subject]) => {
    const { holds, order } = boxes[box];
    return {
      about,
      ...reading(subject, `${select(subject)} and f.person_id = $1 and ${holds} order by ${order}, f.id desc limit $2`),
    };
  });

type About = keyof typeof subjects;

/** Ids as a list in JSON: how many there are is nothing that Postgres looks at, so what is prepared stays planned. */
const named = 'f.id = any(array(select given::uuid from json_array_elements_text($1::json) given))';

/** $1 ids as JSON: whose each is, and what it is about. */
export const aboutOf = `
  select f.id, f.person_id as "personId", case ${Object.keys(subjects)
    .map((about) => `when f.${about} is not null then '${about}'`)
    .join(' ')} end as about
  from notifications f where ${named}`;

export interface AboutRow {
  id: string;
  personId: string;
  about: About;
}

/** $1 ids as JSON: those about one of the subjects that their persons may still see. */
export const byIds = Object.fromEntries(
  Object.entries<Subject>(subjects).map(([about, subject]) => [
    about,
    reading(subject, `${select(subject)} and ${named}`),
  ]),
) as Record<About, Reading>;

/** $1 person: of the open ones. */
export const countOpen = `
  select count(*) filter (where unread)::int as unread, count(*) filter (where me)::int as "needsMe"
  from (${all
    .map(
      (subject) =>
        `select f.read_at is null as unread, ${subject.needsMe} as me ${from(subject)} and f.person_id = $1 and ${boxes.open.holds}`,
    )
    .join(' union all ')}) told`;

/** $1 person, $2 ids or null for all that are open. */
export const markRead = `
  update notifications f set read_at = now()
  where f.person_id = $1 and f.read_at is null
    and case when $2::uuid[] is null then ${boxes.open.holds} else f.id = any($2) end
  returning f.id, ${instant('f.read_at')} as "readAt"`;

/** $1 person, $2 ids, $3 done or taken back. What was put off before is so again when it is taken back. */
export const markDone = `
  update notifications f
  set done_at = case when $3::boolean then now() end, read_at = case when $3 then coalesce(f.read_at, now()) else f.read_at end
  where f.person_id = $1 and f.id = any($2) and (f.done_at is null) = $3
  returning f.id, ${instant('f.done_at')} as "doneAt", null as "laterUntil"`;

/** $1 person, $2 ids, $3 until when, null to take it back. */
export const putOff = `
  update notifications f set later_until = $3::timestamptz
  where f.person_id = $1 and f.id = any($2) and f.done_at is null and f.later_until is distinct from $3::timestamptz
  returning f.id, null as "doneAt", ${instant('f.later_until')} as "laterUntil"`;

/**
 * $1 how many: those whose time has come are unread and new again. They fold no more, since what came meanwhile stands
 * under the same key.
 */
export const comeAgain = `
  update notifications f set later_until = null, read_at = null, fold_key = null, created_at = now()
  from (
    select id from notifications where later_until <= now() and done_at is null
    order by later_until limit $1 for update skip locked) due
  where f.id = due.id
  returning f.id, f.person_id as "personId"`;
