/** SQL of the postman: whose letters are due, and what became of them. */

/** What is taken comes back by itself if nobody has said by then what became of it. */
const lease = `interval '15 minutes'`;
/** Trying again, further and further apart. */
const pause = `least(interval '10 seconds' * power(2, least(attempt, 10)), interval '10 minutes')`;
const givenUpAfter = `interval '3 days'`;

/** $1 topic: rounds of letters that are under way. */
export const underWay = 'select count(*) as rounds from outbox where topic = $1 and failed_at is null';

/**
 * $1 how many people: everything of each that is due becomes one letter. Whoever is held by another postman, or is being
 * told something at this moment, waits for the next look.
 */
export const takeDue = `
  with whom as (
    select p.id, gen_random_uuid() as letter_id from people p
    where p.id in (
      select d.person_id from deliveries d where d.state = 'pending' and d.due_at <= now() order by d.due_at limit $1)
    for no key update skip locked
  ), taken as (
    update deliveries d set letter_id = whom.letter_id, due_at = now() + ${lease}
    from whom where d.person_id = whom.id and d.medium = 'email' and d.state = 'pending' and d.due_at <= now()
    returning d.letter_id
  )
  select distinct letter_id as "letterId" from taken`;

/** $1 letters: what was being sent when somebody else went down may or may not have left. */
export const settleUnknown = `
  update deliveries set state = 'failed', reason = 'unknown', settled_at = now()
  where letter_id = any($1) and state = 'sending'`;

/** $1 letters: what is in them and was not settled, with its reader as they are now. */
export const dueIn = `
  select d.id, d.letter_id as "letterId", d.dedupe_key as "dedupeKey", d.kind, d.subject_id as "subjectId", f.id as "notificationId",
    f.count, p.id as "personId", p.name, p.email, p.locale, p.time_zone as "timeZone",
    case
      when p.disabled_at is not null then 'closed'
      when f.done_at is not null then 'done'
      when f.read_at is not null then 'read'
      when f.later_until > now() then 'later'
    end as reason
  from deliveries d join notifications f on f.id = d.notification_id join people p on p.id = d.person_id
  where d.letter_id = any($1) and d.state = 'pending' order by f.created_at, f.id`;

/** $1 deliveries, $2 reasons. */
export const suppress = `
  update deliveries d set state = 'suppressed', reason = s.reason, settled_at = now(), due_at = null
  from unnest($1::uuid[], $2::text[]) s(id, reason) where d.id = s.id and d.state = 'pending'`;

/** $1 deliveries, $2 when each is due. */
export const putOff = `
  update deliveries d set due_at = s.due_at, letter_id = null
  from unnest($1::uuid[], $2::timestamptz[]) s(id, due_at) where d.id = s.id and d.state = 'pending'`;

/** $1 deliveries: from here on each may have left. Only those that nobody else began. */
export const begin = `
  update deliveries set state = 'sending', attempt = attempt + 1, due_at = null
  where id = any($1) and letter_id is not null and state = 'pending' returning id`;

/** What another run of the same job had to think unknown is told by whoever knows. */
const begun = `id = any($1) and (state = 'sending' or state = 'failed' and reason = 'unknown')`;

/** $1 deliveries, $2 state, $3 reason. */
export const settle = `
  update deliveries set state = $2, reason = $3, settled_at = now() where ${begun}`;

/** $1 deliveries, $2 why it did not leave: tried again for days, and then given up. */
export const tryAgain = `
  update deliveries set reason = $2, letter_id = null,
    state = case when created_at > now() - ${givenUpAfter} then 'pending' else 'failed' end,
    due_at = case when created_at > now() - ${givenUpAfter} then now() + ${pause} end,
    settled_at = case when created_at > now() - ${givenUpAfter} then null else now() end
  where ${begun}`;
