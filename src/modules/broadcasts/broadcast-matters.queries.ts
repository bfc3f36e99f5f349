/** SQL of what a letter to a recipient says, and why it does not any more. */
import { askedVersion, receives, textFor } from './broadcasts.fragments.js';
import { letterText } from './letter.queries.js';

/** $1 notifications of broadcasts. */
export const broadcastMatters = `
  select f.id, f.kind, b.id as "broadcastId", ${letterText},
    b.acknowledge and coalesce(r.acknowledged_version, 0) < ${askedVersion('b')} as missing,
    case
      when b.status <> 'sent' then 'over'
      when not ${receives('b', 'f.person_id')} then 'left'
      when f.kind = 'acknowledgement_missing' and coalesce(r.acknowledged_version, 0) >= ${askedVersion('b')} then 'acknowledged'
    end as reason
  from notifications f
  join broadcasts b on b.id = f.broadcast_id
  join people author on author.id = b.author_id
  join people p on p.id = f.person_id
  left join broadcast_recipients r on r.broadcast_id = b.id and r.person_id = f.person_id
  cross join lateral ${textFor('b', 'p')} x
  where f.id = any($1)`;
