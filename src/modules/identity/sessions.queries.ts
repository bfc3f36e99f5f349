/** Which sessions live: neither ended, nor too old, nor unused for too long, and of somebody whose account is open. */
import { instant } from '@hub/database';
import { channelIdsOf } from '../channels/channels.fragments.js';

/** Whoever administrates is signed out after half a day without a sign of them, everybody else after a week. */
const lives = `s.ended_at is null and s.expires_at > now() and p.disabled_at is null
  and (s.last_seen_at > now() - interval '12 hours' or s.last_seen_at > now() - interval '7 days' and not exists (
    select from current_memberships m
    where m.person_id = s.person_id and m.role in ('administrator', 'project_coordinator')))`;

/** Whoever comes with `s`, a session or a personal token, and is the person `p`. */
const entrant = (scope: string, usedAt: string) => `
  select s.person_id as "personId", s.id as "sessionId", ${scope} as scope, p.event_seq as head,
    coalesce(${usedAt} < now() - interval '5 minutes', true) as unseen, coalesce(
    (select json_agg(json_build_object(
      'role', m.role, 'networkId', m.network_id, 'partnershipId', m.partnership_id, 'side', m.side))
    from current_memberships m where m.person_id = s.person_id), '[]') as memberships`;

const living = `${entrant('null', 's.last_seen_at')}
  from sessions s join people p on p.id = s.person_id
  where ${lives}`;

const program = `${entrant('s.scope', 's.last_used_at')}
  from personal_tokens s join people p on p.id = s.person_id
  where s.revoked_at is null and s.expires_at > now() and p.disabled_at is null`;

/**
 * $1 a list, as JSON, of hashes of sessions' tokens in hex: each that is found with its hash as \`key\`. How many there are
 * in JSON is nothing that Postgres looks at, so the plan stays; of an array it would be made anew each time.
 */
export const sessionsByToken = `${entrant('null', 's.last_seen_at')}, asked.key
  from json_array_elements_text($1::json) asked(key)
  join sessions s on s.token_hash = decode(asked.key, 'hex') join people p on p.id = s.person_id
  where ${lives}`;
/** The same with the channels that their sockets hear. */
export const sessionsAtDoor = `select e.*, ${channelIdsOf('e."personId"')} as "channelIds" from (${sessionsByToken}) e`;

/** $1 the hash of a personal token. */
export const livingProgram = `${program} and s.token_hash = $1`;

/** $1 ids of sessions and of personal tokens. */
export const livingSessions = `${living} and s.id = any($1) union all ${program} and s.id = any($1)`;

/** $1 ids of sessions and of personal tokens: those that are over, and a mark of everybody's roles. */
export const standing = `
  select coalesce((select array_agg(asked.id) from unnest($1::uuid[]) asked(id) where not exists (
      select from sessions s join people p on p.id = s.person_id where s.id = asked.id and ${lives})
    and not exists (${program} and s.id = asked.id)), '{}') as ended,
    (select current_date || ' ' || comparisons || ' ' || (select count(*) from enrolment_changes) from enrolment) as mark`;

/** $1 sessions and personal tokens. */
export const seeSessions = `
  with session as (
    update sessions set last_seen_at = now() where id = any($1) and last_seen_at < now() - interval '5 minutes')
  update personal_tokens set last_used_at = now()
  where id = any($1) and coalesce(last_used_at < now() - interval '5 minutes', true)`;

/** $1 a person, $2 the session that asks. */
export const sessionCards = `
  select s.id, s.how, s.browser, s.system, ${instant('s.created_at')} as "createdAt",
    ${instant('s.last_seen_at')} as "lastSeenAt", ${instant('s.expires_at')} as "expiresAt", s.id = $2 as current
  from sessions s join people p on p.id = s.person_id
  where s.person_id = $1 and ${lives}
  order by s.id = $2 desc, s.last_seen_at desc, s.id`;

/** $1 a person, $2 the only one to end, $3 the only one to leave. */
export const endSessions = `
  update sessions set ended_at = now()
  where person_id = $1 and ended_at is null and expires_at > now()
    and ($2::uuid is null or id = $2) and ($3::uuid is null or id <> $3)
  returning id`;

/** $1 a person, $2 the only token to revoke. */
export const endPrograms = `
  update personal_tokens set revoked_at = now()
  where person_id = $1 and revoked_at is null and ($2::uuid is null or id = $2)
  returning id`;

/** $1 a person whose account is closed: no calendar of theirs is answered any more, also when it is opened again. */
export const endFeeds = `
  update calendar_feeds set revoked_at = now() where person_id = $1 and revoked_at is null`;
