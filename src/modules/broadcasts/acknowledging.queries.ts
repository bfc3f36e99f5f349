/** SQL of acknowledging. */
import { gives, roles } from '@hub/contracts';
import { instant } from '@hub/database';
import { askedVersion, receives, textFor } from './broadcasts.fragments.js';

const sending = roles.filter((role) => gives(role, 'broadcast')).map((role) => `'${role}'`);

/**
 * $1 broadcast, $2 person, $3 version, $4 in the hub or by mail. No row where they had acknowledged what is asked
 * for, or where this version is not asked for any more.
 */
export const acknowledge = `
  update broadcast_recipients r set acknowledged_at = now(), acknowledged_version = $3, acknowledged_by = $4
  from broadcasts b
  where b.id = $1 and r.broadcast_id = b.id and r.person_id = $2
    and coalesce(r.acknowledged_version, 0) < ${askedVersion('b')} and $3 >= ${askedVersion('b')}
  returning r.person_id`;

/** $1 broadcast, $2 who acknowledged: them, and those who see its reach. */
export const watchers = `
  select p.id as "personId" from people p
  where p.id = $2 or p.id in (
    select y.person_id from current_memberships y
    where y.role in (${sending.join(', ')}) and (y.network_id is null or y.network_id in (
      select bn.network_id from broadcast_networks bn where bn.broadcast_id = $1)))
  order by p.id`;

/** $1 person, $2 broadcast, $3 the version that was mailed to them. No row where it was not sent to them, or they do not receive it any more. */
export const acknowledgementPage = `
  select p.name as "personName", x.title, x.language, author.name as author, ${instant('b.sent_at')} as "sentAt",
    b.acknowledge_by::text as "acknowledgeBy", b.version as current,
    case when $3::int < ${askedVersion('b')} then b.version else least($3::int, b.version) end as version,
    case when $3::int < ${askedVersion('b')} then json_build_object('body', x.body, 'note', v.note) end as corrected,
    case when r.acknowledged_version >= ${askedVersion('b')} then ${instant('r.acknowledged_at')} end as "acknowledgedAt"
  from broadcasts b
  join broadcast_recipients r on r.broadcast_id = b.id and r.person_id = $1
  join people p on p.id = r.person_id
  join people author on author.id = b.author_id
  join broadcast_versions v on v.broadcast_id = b.id and v.version = b.version
  cross join lateral ${textFor('b', 'p')} x
  where b.id = $2 and b.status = 'sent' and b.acknowledge and ${receives('b', '$1::uuid')}`;

/** $1 broadcast, $2 person. */
export const toldOfIt = 'select id from notifications where broadcast_id = $1 and person_id = $2 and done_at is null';
