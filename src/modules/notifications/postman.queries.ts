/** SQL of the postman: whose letters are due, and what became of them. */
import { notificationKinds, tellings } from '@hub/contracts';
import { lease, pause } from '../mail/trying.fragments.js';

const givenUpAfter = `interval '3 days'`;
/** Among so many of the oldest rows people are looked for, so that a look costs the same however many wait. */
const oldestRows = 2_000;

/** Digests have rounds of their own. */
const waits = `d.state = 'pending' and d.kind <> 'digest'`;
/** So that a person's rows are found by the person: right after thousands were told Postgres takes what is due for a few rows. */
const dueByNow = `coalesce(d.due_at, 'infinity') <= now()`;

const critical = notificationKinds.flatMap((kind) => (tellings[kind].critical ? [`'${kind}'`] : [])).join(', ');

/** $1 topic: rounds of letters that are under way. */
export const underWay = 'select count(*) as rounds from outbox where topic = $1 and failed_at is null';

/**
 * $1 how many people: everything of each that is due becomes one letter, but what is critical one of its own, and those
 * come first. Whoever is held by another postman waits for the next look.
 */
export const takeDue = `
  with oldest as (
    select d.person_id, d.due_at from deliveries d
    where ${waits} and d.due_at <= now() order by d.due_at limit ${oldestRows}
  ), whom as (
    select p.id, gen_random_uuid() as letter_id from people p
    where p.id in (select o.person_id from oldest o group by o.person_id order by min(o.due_at) limit $1)
    for no key update skip locked
  ), due as (
    select o.id, whom.letter_id from whom cross join lateral (
      select d.id from deliveries d
      where d.person_id = whom.id and d.medium = 'email' and ${waits} and ${dueByNow} for no key update) o
  ), taken as (
    update deliveries d set due_at = now() + ${lease},
      letter_id = case when d.kind in (${critical}) then gen_random_uuid() else due.letter_id end
    from due where d.id = due.id
    returning d.letter_id, d.kind in (${critical}) as critical
  )
  select letter_id as "letterId" from taken group by letter_id, critical order by critical desc`;

/** What was being sent, a digest too, when its worker went down may or may not have left: nobody sends it again. */
export const settleLapsed = `
  update deliveries set state = 'failed', reason = 'unknown', settled_at = now(), due_at = null
  where state = 'sending' and due_at <= now() returning id`;

/** $1 letters: whoever carries them is still at it. */
export const renew = `
  update deliveries set due_at = now() + ${lease} where letter_id = any($1) and state = 'pending'`;

/** $1 letters: what is in them and was not settled, with its reader as they are now. What is told twice is told once. */
export const dueIn = `
  select d.id, d.letter_id as "letterId", d.dedupe_key as "dedupeKey", d.kind, d.subject_id as "subjectId", f.id as "notificationId",
    f.count, p.id as "personId", p.name, p.email, p.locale, p.time_zone as "timeZone",
    case
      when p.disabled_at is not null then 'closed'
      when f.done_at is not null then 'done'
      when f.read_at is not null then 'read'
      when f.later_until > now() then 'later'
      when exists (
        select from deliveries o where o.letter_id = d.letter_id and o.notification_id = d.notification_id
          and o.state = 'pending' and o.id < d.id) then 'folded'
    end as reason
  from deliveries d join notifications f on f.id = d.notification_id join people p on p.id = d.person_id
  where d.letter_id = any($1) and d.state = 'pending' order by f.created_at, f.id`;

/** $1 deliveries, $2 reasons: not sent after all. What should have been and could not be written has failed. */
export const fallAway = `
  update deliveries d set state = case when s.reason = 'unwritable' then 'failed' else 'suppressed' end,
    reason = s.reason, settled_at = now(), due_at = null
  from unnest($1::uuid[], $2::text[]) s(id, reason) where d.id = s.id and d.state = 'pending'`;

/** $1 deliveries, $2 when each is due. */
export const putOff = `
  update deliveries d set due_at = s.due_at, letter_id = null
  from unnest($1::uuid[], $2::timestamptz[]) s(id, due_at) where d.id = s.id and d.state = 'pending'`;

/** As above: found by its notification, whatever Postgres thinks of how many wait. */
const isPending = `coalesce(o.state, '') = 'pending'`;

/**
 * $1 deliveries, $2 the letter each is in, $3 how many its notification stood for when it was read for the letter: from
 * here on each may have left. A letter is begun whole or not at all, and only as it was written: nobody else began or took
 * it, and nothing was folded in or read meanwhile. The notification is held, so that what is told from now on gets a letter
 * of its own; what was promised before is in this one. Each row is looked for by its id, in this order: left to itself
 * Postgres read every notification for every row right after thousands were told.
 */
export const begin = `
  with asked as (
    select * from unnest($1::uuid[], $2::uuid[], $3::int[]) a(id, letter_id, count)
  ), held as (
    select d.id, d.letter_id from asked a
    cross join lateral (
      select d.id, d.letter_id, d.notification_id from deliveries d
      where d.id = a.id and d.letter_id = a.letter_id and d.state = 'pending' for no key update skip locked) d
    cross join lateral (
      select from notifications f
      where f.id = d.notification_id and f.count = a.count and f.read_at is null and f.done_at is null
      for no key update skip locked) f
  ), whole as (
    select a.letter_id from asked a left join held h on h.id = a.id group by a.letter_id having count(h.id) = count(*)
  ), begun as (
    update deliveries d set state = 'sending', attempt = attempt + 1, tried_at = coalesce(tried_at, now()),
      due_at = now() + ${lease}
    from held join whole on whole.letter_id = held.letter_id where d.id = held.id
    returning d.id, d.letter_id, d.notification_id
  ), folded as (
    update deliveries o set state = 'suppressed', reason = 'folded', settled_at = now(), due_at = null
    from begun b where o.notification_id = b.notification_id and o.medium = 'email' and ${isPending}
      and o.id not in (select id from begun)
  )
  select distinct letter_id as "letterId" from begun`;

/** $1 letters that could not begin as they were written: they are written anew. */
export const release = `
  update deliveries set letter_id = null, due_at = now() where letter_id = any($1) and state = 'pending'`;

/** What had to be thought unknown is told by whoever knows. */
const begun = `(d.state = 'sending' or d.state = 'failed' and d.reason = 'unknown')`;

/** $1 deliveries, $2 the letter each is in, $3 states, $4 reasons. */
export const settle = `
  update deliveries d set state = s.state, reason = s.reason, settled_at = now(), due_at = null
  from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) s(id, letter_id, state, reason)
  where d.id = s.id and d.letter_id = s.letter_id and ${begun}`;

/** $1 deliveries, $2 their letter, $3 why it did not leave: tried again for days, and then given up. */
export const tryAgain = `
  update deliveries d set reason = $3, letter_id = null,
    state = case when tried_at > now() - ${givenUpAfter} then 'pending' else 'failed' end,
    due_at = case when tried_at > now() - ${givenUpAfter} then now() + ${pause} end,
    settled_at = case when tried_at > now() - ${givenUpAfter} then null else now() end
  where d.id = any($1) and d.letter_id = $2 and ${begun}`;
