/** SQL of telling: the ledger's rows and the notifications of many people at once, each statement in the order of the people. */

/**
 * $1 ids, $2 people, $3 why each is not told or null, $4 kind, $5 subject, $6 key. No row for whom this was settled
 * before, nor for a closed account.
 */
export const recordTold = `
  insert into deliveries (id, person_id, medium, kind, subject_id, dedupe_key, state, reason, attempt, settled_at)
  select t.id, t.person_id, 'hub', $4, $5, 'hub/' || $4 || '/' || $6 || '/' || t.person_id,
    case when t.reason is null then 'delivered' else 'suppressed' end, t.reason, 1, now()
  from unnest($1::uuid[], $2::uuid[], $3::text[]) t(id, person_id, reason)
  join people p on p.id = t.person_id and p.disabled_at is null
  order by t.person_id
  on conflict (dedupe_key) do nothing
  returning person_id as "personId", reason`;

/**
 * $1 ids, $2 people, $3 kind, $4 message, $5 membership, $6 milestone, $7 visit, $8 broadcast, $9 question, $10 note,
 * $11 key to fold by or null, $12 how many to each. What is unread under the same key is counted up and speaks of the latest from then on, also where it was put off.
 */
export const notify = `
  insert into notifications (id, person_id, kind, message_id, membership_id, milestone_id, visit_id, broadcast_id, question_id, note_id, fold_key, count)
  select t.id, t.person_id, $3, $4::uuid, $5::uuid, $6::uuid, $7::uuid, $8::uuid, $9::uuid, $10::uuid, $11, t.count
  from unnest($1::uuid[], $2::uuid[], $12::int[]) t(id, person_id, count) order by t.person_id
  on conflict (person_id, fold_key) where fold_key is not null and read_at is null and done_at is null
  do update set count = notifications.count + excluded.count, created_at = now(), later_until = null,
    message_id = excluded.message_id, membership_id = excluded.membership_id, milestone_id = excluded.milestone_id,
    visit_id = excluded.visit_id, broadcast_id = excluded.broadcast_id, question_id = excluded.question_id,
    note_id = excluded.note_id
  returning id, person_id as "personId"`;

/**
 * $1 ids, $2 people, $3 notifications, $4 when each is due, $5 kind, $6 subject, $7 key, $8 how long what
 * was mailed rests, ms. What waits to be mailed already speaks of what was folded into it.
 */
export const promiseMail = `
  insert into deliveries (id, person_id, medium, kind, subject_id, dedupe_key, state, notification_id, due_at)
  select t.id, t.person_id, 'email', $5, $6, 'email/' || $5 || '/' || $7 || '/' || t.person_id, 'pending', t.notification_id,
    greatest(t.due_at, (
      select max(coalesce(d.settled_at, now())) + $8 * interval '1 millisecond' from deliveries d
      where d.notification_id = t.notification_id and d.medium = 'email' and d.state in ('sending', 'delivered', 'failed')))
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[]) t(id, person_id, notification_id, due_at)
  where not exists (
    select from deliveries d where d.notification_id = t.notification_id and d.medium = 'email' and d.state = 'pending')
  order by t.person_id
  on conflict (dedupe_key) do nothing`;
