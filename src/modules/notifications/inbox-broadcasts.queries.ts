/** SQL of notifications about broadcasts. */
import { instant, personRef } from '@hub/database';
import { askedVersion, receives, textFor } from '../broadcasts/broadcasts.fragments.js';
import type { Subject } from './inbox-subject.js';

/** What is asked of the person was given. */
const given = `r.acknowledged_version >= ${askedVersion('b')}`;

export const broadcasts: Subject = {
  columns: `
    ${personRef('p')} as from, b.id as "broadcastId", b.version, x.title, x.language,
    (select string_agg(n.name, ', ' order by n.name) from broadcast_networks bn join networks n on n.id = bn.network_id
      where bn.broadcast_id = b.id) as "networkName",
    b.acknowledge, to_char(b.acknowledge_by, 'YYYY-MM-DD') as "acknowledgeBy",
    case when ${given} then ${instant('r.acknowledged_at')} end as "acknowledgedAt"`,
  joins: `
    join broadcasts b on b.id = f.broadcast_id and b.status = 'sent'
    join broadcast_recipients r on r.broadcast_id = b.id and r.person_id = f.person_id
    join people p on p.id = b.author_id
    join people reader on reader.id = f.person_id
    cross join lateral ${textFor('b', 'reader')} x`,
  visible: receives('b', 'f.person_id'),
  needsMe: `b.acknowledge and not coalesce(${given}, false)`,
};
