/** SQL of the bands behind timelines. */

const band = `id, kind, country, names, starts_on::text as "startsOn", ends_on::text as "endsOn"`;

/** $1 countries. */
export const bandsOf = `
  select ${band} from calendar_bands where country = any($1) and removed_at is null
  order by starts_on, ends_on desc, id`;

/** $1 id: held until the transaction ends. */
export const bandToChange = `
  select ${band}, removed_at is not null as removed from calendar_bands where id = $1 for update`;

/** $1 id, $2 whether it is to be gone. */
export const markBand = `update calendar_bands set removed_at = case when $2 then now() end where id = $1`;

/** $1 networks, or all of them where it is null. */
export const countriesOf = `
  select distinct g.country from partnership_parties t join partnerships p on p.id = t.partnership_id
  join local_governments g on g.id = t.local_government_id
  where $1::uuid[] is null or p.network_id = any($1) order by g.country`;

/** $1 network: its countries, and from when until when it works. */
export const timeOfNetwork = `
  select n.starts_on::text as "startsOn", n.ends_on::text as "endsOn", array(
    select distinct g.country from partnership_parties t join partnerships p on p.id = t.partnership_id
    join local_governments g on g.id = t.local_government_id where p.network_id = n.id) as countries
  from networks n where n.id = $1`;

/** $1 bands as JSON: those that are there already stay as they are, those that were taken away stay away. */
export const bringBands = `
  insert into calendar_bands (id, kind, country, names, starts_on, ends_on)
  select id, kind, country, names, "startsOn", "endsOn" from jsonb_to_recordset($1::jsonb)
    as b(id uuid, kind text, country text, names jsonb, "startsOn" date, "endsOn" date)
  on conflict (id) do nothing`;

/** $1 id, $2 kind, $3 country, $4 names, $5 first day, $6 last day, $7 by whom. No row where it is there already. */
export const addBand = `
  insert into calendar_bands (id, kind, country, names, starts_on, ends_on, added_by) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (id) do nothing returning id`;
