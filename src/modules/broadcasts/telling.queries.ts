/** SQL of telling recipients. */
import { askedVersion, isAddressed, turnOf } from './broadcasts.fragments.js';
import { isMissing } from './rounds.queries.js';

/**
 * $1 broadcast, $2 version, $3 after, $4 how many: those who are addressed still and have not acknowledged this version,
 * in an order made of ids alone. Whoever acknowledges meanwhile waits until they were told, and settles that. Each is told
 * with one network, since what a network says of mails does not touch broadcasts.
 */
export const recipientsInTurn = `
  select r.person_id as "personId", turn,
    (select min(bn.network_id::text) from broadcast_networks bn where bn.broadcast_id = b.id) as "networkId"
  from broadcasts b join broadcast_recipients r on r.broadcast_id = b.id
  cross join lateral ${turnOf('r')} turn
  where b.id = $1 and b.version = $2 and turn > $3
    and coalesce(r.acknowledged_version, 0) < $2 and ${isAddressed('b', 'r.person_id')}
  order by turn limit $4 for share of r`;

/** $1 broadcast, $2 version, $3 number, $4 after, $5 how many: those reminded for the nth time who are missing still. */
export const missingInTurn = `
  select r.person_id as "personId", turn,
    (select min(bn.network_id::text) from broadcast_networks bn where bn.broadcast_id = b.id) as "networkId"
  from broadcasts b join broadcast_recipients r on r.broadcast_id = b.id
  cross join lateral ${turnOf('r')} turn
  where b.id = $1 and ${askedVersion('b')} = $2 and r.reminders = $3 and turn > $4 and ${isMissing}
  order by turn limit $5 for share of r`;
