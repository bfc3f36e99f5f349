/** SQL of whom mail does not reach: their address was refused for good, and nothing has reached it since. */

/** Of a row of the ledger: the address itself was refused for good, by the classes of `outcome.policy.ts`. */
export const addressRefused = (d: string): string =>
  `(${d}.state = 'failed' and (${d}.reason = 'address' or ${d}.reason like 'smtp_5__'))`;

/**
 * The refusals of person `p`, one row or none: how many letters, since when, and what the last one was told. What was
 * refused before their address was corrected says nothing of it.
 */
export const refusals = (p: string): string => `
  (select count(distinct coalesce(d.letter_id, d.id))::int as letters, min(d.settled_at) as since,
    (array_agg(d.reason order by d.settled_at desc))[1] as reason
  from deliveries d
  where d.person_id = ${p}.id and d.medium = 'email' and ${addressRefused('d')}
    and d.settled_at > coalesce(greatest(
      (select max(reached.settled_at) from deliveries reached
        where reached.person_id = ${p}.id and reached.medium = 'email' and reached.state = 'delivered'),
      (select max(a.at) from audit_entries a
        where a.subject_id = ${p}.id and a.action = 'person.change' and a.after -> 'fields' ? 'email')), '-infinity')
  having count(*) > 0)`;

export const isFailing = (p: string): string => `exists ${refusals(p)}`;
