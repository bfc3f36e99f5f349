/** SQL of the rounds: what waits for an answer, and which notes are to be looked at again. */
import { routersOf } from './concerned.fragments.js';
import { giving, isOpen } from './questions.fragments.js';

/** A demonstration says what its people were told. */
const invented = `exists (select from settings where key = 'demonstration')`;

/** Whoever gave a question out of their hands. */
const unwillingIn = (question: string): string => `
  select distinct h.by_id as id from question_steps h
  where h.question_id = ${question} and h.step in ('declined', 'passed_on')`;

/** $1 question. */
export const unwilling = unwillingIn('$1');

/** Every question that somebody waits for, with those who route; its calendar is of whoever is answerable, else of the first of those. */
export const waiting = `
  select q.id, q.network_id as "networkId", q.asked_by as "askedBy", q.responsible_id as "responsibleId",
    q.second_id as "secondId", q.routing, q.routed_at as "routedAt", q.waiting_since as "waitingSince", q.target_at as "targetAt",
    n.response_days as "responseDays", ${invented} as invented,
    array(select t.tag_id from question_tags t where t.question_id = q.id) as "tagIds", array(${unwillingIn('q.id')}) as unwilling,
    array(select router.person_id from (${routersOf}) router order by router.person_id) as routers,
    array(select u.from_at from question_pauses u where u.question_id = q.id order by u.from_at) as "pausedFrom",
    array(select u.until_at from question_pauses u where u.question_id = q.id order by u.from_at) as "pausedUntil"
  from questions q join networks n on n.id = q.network_id
  where q.state in ('open', 'routed') and q.waiting_since is not null and ${isOpen} order by q.waiting_since, q.id`;

/** $1 question: as it is now, until the transaction ends. */
export const holdQuestion = 'select from questions where id = $1 for update';

/** $1 question, $2 target, $3 routing, $4 since when it waits: what was reckoned holds only for the rows that it was reckoned from. */
export const setTarget = `
  update questions set target_at = $2
  where id = $1 and routing = $3 and date_trunc('milliseconds', waiting_since) = $4 and state = 'routed' and target_at is distinct from $2
    and ($2::timestamptz is null) = exists (
      select from question_pauses u where u.question_id = $1 and u.until_at is null) returning id`;

/** $1 keys of the ledger: those of which nobody was told. */
export const untold = `
  select key from unnest($1::text[]) key where not exists (select from deliveries d where d.dedupe_key = key)`;

const authorWorks = `
  select m.person_id from current_memberships m
  where m.person_id = k.author_id and m.network_id = k.network_id and m.role in (${giving('people')})`;

/** Notes whose day has come: to whoever wrote each, or where they left to those who route the questions of its network. */
export const notesToReview = `
  select k.id, k.id || '/' || k.review_on as key, k.network_id as "networkId",
    array_agg(distinct whom.person_id) as "personIds"
  from knowledge_notes k join networks n on n.id = k.network_id
  cross join lateral (select k.network_id) q(network_id)
  cross join lateral (
    ${authorWorks}
    union
    select router.person_id from (${routersOf}) router where not exists (${authorWorks})) whom
  where k.withdrawn_at is null and k.review_on <= current_date and ${isOpen} and not ${invented}
    and not exists (select from deliveries d
      where d.dedupe_key = 'hub/note_review/' || k.id || '/' || k.review_on || '/' || whom.person_id)
  group by k.id order by k.id`;
