/** SQL of telling recipients. */
import { askedVersion, receives } from './broadcasts.fragments.js';
import { isMissing } from './rounds.queries.js';

/**
 * $1 broadcast, $2 version, $3 after, $4 how many: those who still receive it, in an order made of ids alone. Each is told
 * with one network, since what a network says of mails does not touch broadcasts.
 */
export const recipientsInTurn = `
  select r.person_id as "personId", turn,
    (select min(bn.network_id::text) from broadcast_networks bn where bn.broadcast_id = b.id) as "networkId"
  from broadcasts b join broadcast_recipients r on r.broadcast_id = b.id
  cross join lateral md5(b.id::text || r.person_id::text) turn
  where b.id = $1 and b.version = $2 and turn > $3 and ${receives('b', 'r.person_id')}
  order by turn limit $4`;

/** $1 broadcast, $2 version, $3 number, $4 after, $5 how many: those reminded for the nth time who are missing still. */
export const missingInTurn = `
  select r.person_id as "personId", turn,
    (select min(bn.network_id::text) from broadcast_networks bn where bn.broadcast_id = b.id) as "networkId"
  from broadcasts b join broadcast_recipients r on r.broadcast_id = b.id
  cross join lateral md5(b.id::text || r.person_id::text) turn
  where b.id = $1 and ${askedVersion('b')} = $2 and r.reminders = $3 and turn > $4 and ${isMissing}
  order by turn limit $5`;
