/** SQL of invitations. Rows come out in the shapes of the contracts. */
import { instant, personRef } from '@hub/database';

const state = `case
  when i.accepted_at is not null then 'accepted' when i.revoked_at is not null then 'revoked'
  when i.expires_at <= now() then 'expired' else 'pending' end`;

/** $1 ids or null, $2 network or null for every one; the latest first. */
export const invitationRows = `
  select i.id, i.email, i.name, i.role, i.side, i.seat_id is not null as "withSeat", i.until_on - 1 as "lastOn",
    i.network_id as "networkId", i.partnership_id as "partnershipId", ${state} as state,
    case when n.id is not null then json_build_object('id', n.id, 'slug', n.slug, 'name', n.name) end as network,
    case when s.id is not null then json_build_object('id', s.id, 'slug', s.slug, 'name', s.name) end as partnership,
    case when p.id is not null then ${personRef('p')} end as "invitedBy",
    ${instant('i.created_at')} as "createdAt", ${instant('i.expires_at')} as "expiresAt",
    ${instant('i.accepted_at')} as "acceptedAt",
    case d.state when 'delivered' then 'sent' when 'failed' then 'refused' when 'suppressed' then 'unsent'
      else 'waiting' end as letter
  from invitations i
  left join networks n on n.id = i.network_id
  left join partnerships s on s.id = i.partnership_id
  left join people p on p.id = i.invited_by
  left join lateral (select id from invitation_letters where invitation_id = i.id order by created_at desc limit 1) l on true
  left join deliveries d on d.dedupe_key = 'email/invitation/' || l.id
  where ($1::uuid[] is null or i.id = any($1)) and ($2::uuid is null or i.network_id = $2)
  order by i.created_at desc, i.id desc limit 1000`;

/**
 * $1 places as JSON, [{n, email, role, networkId, partnershipId, side}]: which of them hold the role already and which
 * are invited to it.
 */
export const knownPlaces = `
  with asked as (
    select * from jsonb_to_recordset($1::jsonb) as a(
      n integer, email text, role text, "networkId" uuid, "partnershipId" uuid, side text))
  select a.n,
    exists (
      select from people p join current_memberships m on m.person_id = p.id
      where lower(p.email) = lower(a.email) and m.role = a.role and m.network_id is not distinct from a."networkId"
        and m.partnership_id is not distinct from a."partnershipId" and m.side is not distinct from a.side) as "hasRole",
    exists (
      select from invitations i
      where lower(i.email) = lower(a.email) and i.role = a.role and i.network_id is not distinct from a."networkId"
        and i.partnership_id is not distinct from a."partnershipId" and i.side is not distinct from a.side
        and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()) as invited
  from asked a`;

/** $1 hash of a link's token: the invitation that it opens, while it does. */
export const offered = `
  select i.id, i.email, i.name, i.role, i.network_id as "networkId", i.partnership_id as "partnershipId", i.side,
    i.seat_id as "seatId", i.until_on as "untilOn", i.until_on - 1 as "lastOn", i.locale, n.name as network, s.name as partnership,
    p.name as "invitedBy", i.invited_by as "inviterId", ${instant('i.expires_at')} as "expiresAt", known.id as "knownId"
  from invitation_letters l
  join invitations i on i.id = l.invitation_id
  left join networks n on n.id = i.network_id
  left join partnerships s on s.id = i.partnership_id
  left join people p on p.id = i.invited_by
  left join people known on lower(known.email) = lower(i.email)
  where l.link_hashes @> array[$1::bytea] and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
    and (i.until_on is null or current_date < i.until_on)
    and known.disabled_at is null and coalesce(n.status not in ('completed', 'archived'), true)`;

/** $1 person: what they hold today; nothing for whoever is disabled. */
export const rolesOf = `
  select role, network_id as "networkId", partnership_id as "partnershipId", side
  from current_memberships where person_id = $1`;

/** $1 partnership, $2 side: the local government that is the only one there. */
export const soleParty = `
  select min(pp.local_government_id::text)::uuid as id from partnership_parties pp
  where pp.partnership_id = $1 and pp.side = $2 and (pp.until_on is null or current_date < pp.until_on)
  having count(*) = 1`;
