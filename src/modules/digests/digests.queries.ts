/** SQL of digests: rows of the ledger, and what stands in one. */
import { instant } from '@hub/database';
import { readingOf } from '../channels/channels.fragments.js';
import { lease, pause } from '../mail/trying.fragments.js';

/** So often one is tried whose writing breaks. */
const mostTries = 5;
const givenUp = `(reason = 'unwritable' and attempt + 1 >= ${mostTries})`;

/** $1 ids, $2 people, $3 keys, $4 when each was due: a row for whoever has none of that day and was there, with these choices, when it was due. */
export const begunFor = `
  insert into deliveries (id, person_id, medium, kind, subject_id, dedupe_key, state, due_at)
  select a.id, a.person_id, 'email', 'digest', a.person_id, a.key, 'pending', now()
  from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[]) a (id, person_id, key, due_at)
  join people p on p.id = a.person_id left join preferences f on f.person_id = a.person_id
  where greatest(p.created_at, f.changed_at) <= a.due_at
  on conflict (dedupe_key) do nothing`;

/** $1 hours: nobody reads yesterday's digest. */
export const tooLate = `
  update deliveries set state = 'suppressed', reason = 'too_late', settled_at = now(), due_at = null
  where kind = 'digest' and state = 'pending' and created_at < now() - make_interval(hours => $1)`;

/** $1 topic: rounds of digests that are under way. */
export const underWay = 'select count(*) as rounds from outbox where topic = $1 and failed_at is null';

/** $1 how many: those that have waited longest. What is taken comes back by itself if nobody has said by then what became of it. */
export const takeDue = `
  with due as (
    select d.id from deliveries d where d.state = 'pending' and d.kind = 'digest' and d.due_at <= now()
    order by d.due_at limit $1 for no key update skip locked)
  update deliveries d set due_at = now() + ${lease} from due where d.id = due.id
  returning d.person_id as "personId", right(d.dedupe_key, 10) as day`;

/** $1 person, $2 key: the reader of a digest that nobody has begun, and since when there is news for them. */
export const readerOf = `
  select p.id as "personId", p.name, p.email, p.locale, p.time_zone as "timeZone", p.disabled_at is not null as closed,
    ${instant(`coalesce((
      select max(b.created_at) from deliveries b
      where b.person_id = p.id and b.kind = 'digest' and (b.state = 'delivered' or b.reason = 'nothing')),
      now() - interval '7 days')`)} as since
  from deliveries d join people p on p.id = d.person_id
  where d.person_id = $1 and d.dedupe_key = $2 and d.state = 'pending'`;

/** $1 key, $2 reason: not sent after all. */
export const fallAway = `
  update deliveries set state = 'suppressed', reason = $2, settled_at = now(), due_at = null
  where dedupe_key = $1 and state = 'pending'`;

/** $1 key: writing it broke. It is tried again a few times, and then stands with the letters that failed. */
export const unwritable = `
  update deliveries set reason = 'unwritable', attempt = attempt + 1,
    state = case when ${givenUp} then 'failed' else 'pending' end,
    due_at = case when not ${givenUp} then now() + ${pause} end,
    settled_at = case when ${givenUp} then now() end
  where dedupe_key = $1 and state = 'pending'`;

/** $1 key: from here on it may have left. */
export const begin = `
  update deliveries set state = 'sending', attempt = attempt + 1, due_at = now() + ${lease}
  where dedupe_key = $1 and state = 'pending' returning id`;

/** $1 key. What had to be thought unknown is told by whoever knows. */
const begun = `dedupe_key = $1 and (state = 'sending' or state = 'failed' and reason = 'unknown')`;

/** $1 key, $2 state, $3 reason. */
export const settle = `
  update deliveries set state = $2, reason = $3, settled_at = now(), due_at = null where ${begun}`;

/** $1 key, $2 why it did not leave. */
export const tryAgain = `
  update deliveries set state = 'pending', reason = $2, settled_at = null, due_at = now() + ${pause} where ${begun}`;

/** $1 person, $2 since when: channels they hear of, in which something was written since and is unread. */
export const rooms = `
  select c.id, n.slug as "networkSlug", c.sensitive, case when c.kind <> 'direct' then c.name else coalesce((
      select o.name from channel_members x join people o on o.id = x.person_id
      where x.channel_id = c.id and x.person_id <> $1 order by x.joined_at, o.id limit 1), c.name) end as name,
    u.topics, u.unread
  from current_channel_members cm join channels c on c.id = cm.channel_id join networks n on n.id = c.network_id
  cross join lateral (
    select json_agg(s.title order by s.last_seq desc) as topics, sum(s.unread)::int as unread from (
      select t.title, t.last_seq, (${readingOf('$1', 'cm.read_from_seq')} ->> 'unread')::int as unread
      from topics t join messages m on m.channel_id = t.channel_id and m.seq = t.last_seq
      left join read_markers r on r.topic_id = t.id and r.person_id = $1
      where t.channel_id = c.id and m.sent_at > $2::timestamptz and t.last_seq > coalesce(r.seq, cm.read_from_seq)) s
    where s.unread > 0) u
  where cm.person_id = $1 and cm.muted_at is null and u.unread > 0
  order by u.unread desc, c.id limit 40`;
