/** SQL of networks. */

/** $1 ids or null for all, $2 slug or null for all; the youngest first. */
export const networks = `
  select n.id, n.slug, n.name, n.former_names as "formerNames", n.region, n.purpose, n.round,
    n.visits_a_year as "visitsAYear",
    case when n.status = 'planned' and n.starts_on <= current_date then 'active' else n.status end as status,
    n.starts_on as "startsOn", n.ends_on as "endsOn",
    json_build_object('slug', t.slug, 'names', t.names) as theme,
    (12 * (extract(year from current_date) - extract(year from n.starts_on))
      + extract(month from current_date) - extract(month from n.starts_on) + 1)::int as month,
    (12 * (extract(year from n.ends_on + 1) - extract(year from n.starts_on))
      + extract(month from n.ends_on + 1) - extract(month from n.starts_on))::int as months,
    (select count(*) from partnerships s where s.network_id = n.id) as partnerships,
    array(select distinct g.country from partnerships s
      join partnership_parties pp on pp.partnership_id = s.id and (pp.until_on is null or current_date < pp.until_on)
      join local_governments g on g.id = pp.local_government_id
      where s.network_id = n.id order by g.country) as countries
  from networks n join themes t on t.id = n.theme_id
  where ($1::uuid[] is null or n.id = any($1)) and ($2::text is null or n.slug = $2)
  order by n.starts_on desc, n.name`;

/** $1 the beginning of a slug: every slug that is taken. */
export const networkSlugsLike = `select slug from networks where slug = $1 or slug like $1 || '-%'`;

/** $1 id, $2 slug, $3 name, $4 theme, $5 region, $6 purpose, $7 round, $8 start, $9 end or null, $10 months without an end. */
export const insertNetwork = `
  insert into networks (id, slug, name, theme_id, region, purpose, round, status, starts_on, ends_on)
  values ($1, $2, $3, $4, $5, $6, $7, case when $8::date > current_date then 'planned' else 'active' end, $8::date,
    coalesce($9::date, ($8::date + make_interval(months => $10) - interval '1 day')::date))`;

export const themesWithNetworks = `
  select t.id, t.slug, t.names, (select count(*) from networks n where n.theme_id = t.id) as networks
  from themes t order by t.names ->> 'en', t.id`;

/** $1 language, $2 name, $3 theme that does not count, or null. */
export const themeCalled = `
  select from themes where lower(names ->> $1) = lower($2) and id is distinct from $3::uuid limit 1`;
