/** SQL of the rounds: whom a broadcast still waits for, and how often they were reminded. */
import { askedVersion, isAddressed, turnOf } from './broadcasts.fragments.js';

/** How long somebody is reminded where no date is given. */
const longest = `interval '30 days'`;

const asked = `
  select b.id, v.version, v.at as "askedAt", b.acknowledge_by::text as "acknowledgeBy"
  from broadcasts b join broadcast_versions v on v.broadcast_id = b.id and v.version = ${askedVersion('b')}
  where b.status = 'sent' and b.acknowledge
    and (b.acknowledge_by >= current_date or b.acknowledge_by is null and v.at > now() - ${longest})
    and exists (select from broadcast_networks bn join networks n on n.id = bn.network_id
      where bn.broadcast_id = b.id and n.status not in ('completed', 'archived'))`;

/** Those that somebody may still be reminded of. */
export const openAsked = `${asked} order by b.sent_at`;

/** $1 broadcast. No row where another round is at it. */
export const lockAsked = `${asked} and b.id = $1 for no key update of b skip locked`;

/** Who has not acknowledged broadcast `b` and still can. */
export const isMissing = `
  coalesce(r.acknowledged_version, 0) < ${askedVersion('b')} and ${isAddressed('b', 'r.person_id')}`;

/** $1 broadcast, $2 the number of the reminder that is due. */
export const remind = `
  with held as (
    select r.person_id from broadcasts b join broadcast_recipients r on r.broadcast_id = b.id
    where b.id = $1 and r.reminders < $2 and ${isMissing} order by ${turnOf('r')} for no key update of r)
  update broadcast_recipients r set reminders = $2, reminded_at = now()
  from held where r.broadcast_id = $1 and r.person_id = held.person_id
  returning r.person_id`;
