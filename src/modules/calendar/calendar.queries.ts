/** SQL of bands and feeds. Rows come out in the shapes of the contracts. */

/** $1 countries. */
export const bandsOf = `
  select b.id, b.kind, b.country, b.names, b.starts_on as "startsOn", b.ends_on as "endsOn"
  from calendar_bands b where b.country = any($1) order by b.starts_on, b.country, b.id`;
