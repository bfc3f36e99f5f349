/** SQL of what a letter says of a broadcast. */
import { askedVersion, isAddressed, textFor } from './broadcasts.fragments.js';

/** Of broadcast `b`, with the text `x` of its reader. */
const letterText = `
  x.title, x.body, author.name as author, b.acknowledge, b.acknowledge_by::text as "acknowledgeBy",
  (select v.note from broadcast_versions v where v.broadcast_id = b.id and v.version = b.version) as note,
  (select json_agg(n.name order by n.name) from broadcast_networks bn join networks n on n.id = bn.network_id
    where bn.broadcast_id = b.id) as networks`;

/** $1 broadcast, $2 whoever tests it. */
export const letterTextFor = `
  select p.name, p.email, p.locale, ${letterText}
  from broadcasts b join people author on author.id = b.author_id join people p on p.id = $2
  cross join lateral ${textFor('b', 'p')} x
  where b.id = $1 and b.status <> 'discarded' and p.disabled_at is null`;

/** $1 notifications. Whoever acknowledged what it says need not be mailed it. */
export const broadcastMatters = `
  select f.id, b.id as "broadcastId", b.version, ${letterText},
    (select min(bn.network_id::text) from broadcast_networks bn where bn.broadcast_id = b.id) as "networkId",
    coalesce(r.acknowledged_version >= ${askedVersion('b')}, false) as acknowledged,
    case when not ${isAddressed('b', 'f.person_id')} then 'left'
      when r.acknowledged_version >= case f.kind when 'broadcast' then b.version else ${askedVersion('b')} end
        then 'acknowledged' end as reason
  from notifications f
  join broadcasts b on b.id = f.broadcast_id and b.status = 'sent'
  join broadcast_recipients r on r.broadcast_id = b.id and r.person_id = f.person_id
  join people author on author.id = b.author_id
  join people p on p.id = f.person_id
  cross join lateral ${textFor('b', 'p')} x
  where f.id = any($1)`;

/** $1 broadcast, $2 the moment at which it was not sent. */
export const notSentTo = `
  select p.id as "personId", p.name, p.email, p.locale, x.title, b.not_sent ->> 'reason' as reason
  from broadcasts b join people p on p.id = b.author_id and p.disabled_at is null
  cross join lateral ${textFor('b', 'p')} x
  where b.id = $1 and b.status = 'draft' and b.not_sent ->> 'at' = $2`;
