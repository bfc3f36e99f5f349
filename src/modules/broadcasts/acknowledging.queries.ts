/** SQL of acknowledging. */
import { roles, gives } from '@hub/contracts';
import { askedVersion } from './broadcasts.fragments.js';

const sending = roles.filter((role) => gives(role, 'broadcast')).map((role) => `'${role}'`);

/** $1 broadcast, $2 person, $3 version, $4 in the hub or by mail. No row where they had acknowledged what is asked for. */
export const acknowledge = `
  update broadcast_recipients r set acknowledged_at = now(), acknowledged_version = $3, acknowledged_by = $4
  from broadcasts b
  where b.id = $1 and r.broadcast_id = b.id and r.person_id = $2
    and coalesce(r.acknowledged_version, 0) < ${askedVersion('b')}
  returning r.person_id`;

/** $1 broadcast, $2 who acknowledged: them, and those who see its reach. */
export const watchers = `
  select p.id as "personId" from people p
  where p.id = $2 or p.id in (
    select y.person_id from current_memberships y
    where y.role in (${sending.join(', ')}) and (y.network_id is null or y.network_id in (
      select bn.network_id from broadcast_networks bn where bn.broadcast_id = $1)))
  order by p.id`;
