/** SQL of what people chose. */
import type { Locale, PreferencesChange } from '@hub/contracts';

/** `HH:MM` of a clock time. */
const clock = (column: string) => `to_char(${column}, 'HH24:MI')`;

/** What person \`p\` chose, or null; their preferences are \`f\`. */
const own = `
  case when f.person_id is not null then json_build_object(
    'mail', f.mail, 'digest', f.digest, 'digestAt', ${clock('f.digest_at')}, 'digestWeekday', f.digest_weekday,
    'quietFrom', ${clock('f.quiet_from')}, 'quietUntil', ${clock('f.quiet_until')}, 'quietDays', f.quiet_days,
    'quietHolidays', f.quiet_holidays) end`;

/** The country of somebody's local government: the one they named, or that of the side on which they hold a seat in a partnership. */
const country = `
  coalesce(
    (select g.country from local_governments g where g.id = p.local_government_id),
    (select g.country from current_memberships m
      join partnership_parties t on t.partnership_id = m.partnership_id and t.side = m.side
        and t.from_on <= current_date and (t.until_on is null or current_date < t.until_on)
      join local_governments g on g.id = t.local_government_id
      where m.person_id = p.id order by m.from_on, m.id, t.id limit 1))`;

export interface Keeper {
  personId: string;
  timeZone: string;
  locale: Locale;
  /** Null where no local government says it. */
  country: string | null;
  own: PreferencesChange | null;
}

const keeper = `p.id as "personId", p.time_zone as "timeZone", p.locale, ${country} as country, ${own} as own`;

/** $1 person. */
export const keeperOf = `
  select ${keeper} from people p left join preferences f on f.person_id = p.id where p.id = $1`;

export interface KeeperAsked {
  place: number;
  personId: string;
  network: PreferencesChange['mail'];
  channel: PreferencesChange['mail'];
}

/** $1 people. */
export const keepersOf = `
  select ${keeper} from people p left join preferences f on f.person_id = p.id where p.id = any($1::uuid[])`;

/** $1 people, $2 networks or null, $3 channels or null, place by place: what the network and the channel say for each. */
export const choicesFor = `
  select a.place::int as place, a.person_id as "personId", coalesce(n.mail_defaults, '{}') as network,
    coalesce(c.mail, '{}') as channel
  from unnest($1::uuid[], $2::uuid[], $3::uuid[]) with ordinality a (person_id, network_id, channel_id, place)
  left join networks n on n.id = a.network_id
  left join channel_preferences c on c.person_id = a.person_id and c.channel_id = a.channel_id
  order by a.place`;

/** $1 person: what each of their networks says. */
export const networksOf = `
  select n.slug, n.name, n.mail_defaults as mail from networks n
  where exists (select from current_memberships m where m.person_id = $1 and m.network_id = n.id)
  order by n.starts_on desc, n.name`;

/** $1 person: their choices for channels that they are in. */
export const channelChoicesOf = `
  select c.id as "channelId", case when c.kind = 'direct' then (
      select string_agg(p.name, ', ' order by p.name) from channel_members cm join people p on p.id = cm.person_id
      where cm.channel_id = c.id and cm.person_id <> $1) else c.name end as "channelName",
    n.slug as "networkSlug", n.name as "networkName", f.mail
  from channel_preferences f
  join current_channel_members m on m.channel_id = f.channel_id and m.person_id = f.person_id
  join channels c on c.id = f.channel_id join networks n on n.id = c.network_id
  where f.person_id = $1 order by n.name, c.name, c.id`;

/** $1 person, then what they chose. */
export const choose = `
  insert into preferences (person_id, mail, digest, digest_at, digest_weekday, quiet_from, quiet_until, quiet_days, quiet_holidays)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict (person_id) do update set mail = excluded.mail, digest = excluded.digest, digest_at = excluded.digest_at,
    digest_weekday = excluded.digest_weekday, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
    quiet_days = excluded.quiet_days, quiet_holidays = excluded.quiet_holidays, changed_at = now()`;

/** $1 person, $2 channel, $3 what they chose. */
export const chooseForChannel = `
  insert into channel_preferences (person_id, channel_id, mail) values ($1, $2, $3)
  on conflict (person_id, channel_id) do update set mail = excluded.mail`;

/** The rules that people with an open account live by, each with its people. */
export const rulesKept = `
  select "timeZone", country, own, array_agg("personId") as "personIds" from (
    select p.id as "personId", p.time_zone as "timeZone", ${country} as country, (${own})::jsonb as own
    from people p left join preferences f on f.person_id = p.id
    where p.disabled_at is null and coalesce(f.digest, 'daily') <> 'off') kept
  group by "timeZone", country, own`;

/** $1 person, $2 a kind or `digest`: whether they chose to have none of it. No row for a closed account. */
export const stopped = `
  select p.id as "personId", p.name as "personName",
    coalesce(case when $2 = 'digest' then f.digest = 'off' else f.mail ->> $2 = 'off' end, false) as off
  from people p left join preferences f on f.person_id = p.id
  where p.id = $1 and p.disabled_at is null`;

/** $1 person, $2 kind: also where they wanted more of it in some channel. */
export const stopKind = `
  with apart as (
    update channel_preferences set mail = mail - $2::text where person_id = $1 and mail ->> $2::text = 'now')
  insert into preferences (person_id, mail) values ($1, jsonb_build_object($2::text, 'off'))
  on conflict (person_id) do update set mail = preferences.mail || excluded.mail, changed_at = now()`;

/** $1 person. */
export const stopDigest = `
  insert into preferences (person_id, digest) values ($1, 'off')
  on conflict (person_id) do update set digest = excluded.digest, changed_at = now()`;
