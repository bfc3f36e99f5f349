/** People, networks, partnerships and channels in a line each. */
import type { ChannelKind, Role, Side } from '@hub/contracts';
import type { Database } from '@hub/database';
import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';

export interface SignedIn {
  personId: string;
  /** Cookie and origin, as a browser would send them. */
  headers: { cookie: string; origin: string };
}

const yesterday = 'current_date - 1';

export async function person(database: Database, name = 'Amara Mwansa'): Promise<string> {
  const id = uuidv7();
  const initials = name
    .split(' ')
    .map((part) => part[0])
    .join('');
  await database.query(
    `insert into people (id, name, initials, email, time_zone) values ($1, $2, $3, $4, 'Africa/Lusaka')`,
    [id, name, initials, `${id}@example.org`],
  );
  return id;
}

/** Whoever is there by now is written to at any hour of any day, whenever a test runs. */
export async function nobodySleeps(database: Pick<Database, 'query'>): Promise<void> {
  await database.query(
    `insert into preferences (person_id, quiet_from, quiet_until, quiet_days, quiet_holidays)
    select id, '00:00', '00:00', '{}', false from people on conflict do nothing`,
  );
}

export async function network(database: Database, slug = 'climate'): Promise<string> {
  const [id, themeId] = [uuidv7(), uuidv7()];
  await database.query(`insert into themes (id, slug, names) values ($1, $2, '{"en": "Climate", "sv": "Klimat"}')`, [
    themeId,
    slug,
  ]);
  await database.query(
    `insert into networks (id, slug, name, theme_id, region, purpose, round, status, starts_on, ends_on)
    values ($1, $2, $2, $3, 'East Africa', 'To adapt together.', 1, 'active', date '2026-04-01', date '2030-04-01')`,
    [id, slug, themeId],
  );
  return id;
}

export async function partnership(database: Database, networkId: string, slug = 'granvika-mto-mpya'): Promise<string> {
  const id = uuidv7();
  await database.query(
    `insert into partnerships (id, slug, network_id, name, source) values ($1, $2, $3, $2, 'fictional')`,
    [id, slug, networkId],
  );
  await database.query(
    `insert into partnership_statuses (partnership_id, from_on, status) values ($1, ${yesterday}, 'inception')`,
    [id],
  );
  await database.query('insert into steering_groups (id, partnership_id) values ($1, $2)', [uuidv7(), id]);
  return id;
}

export interface Place {
  networkId?: string;
  partnershipId?: string;
  side?: Side;
  /** Ended today: the person has left. */
  ended?: boolean;
}

export async function membership(database: Database, personId: string, role: Role, place: Place = {}): Promise<string> {
  const id = uuidv7();
  await database.query(
    `insert into memberships (id, person_id, role, network_id, partnership_id, side, from_on, until_on)
    values ($1, $2, $3, $4, $5, $6, ${yesterday}, case when $7 then current_date end)`,
    [
      id,
      personId,
      role,
      place.networkId ?? null,
      place.partnershipId ?? null,
      place.side ?? null,
      place.ended ?? false,
    ],
  );
  return id;
}

export interface ChannelOptions {
  networkId: string;
  kind?: ChannelKind;
  slug?: string;
  partnershipId?: string;
  /** Exactly these people: in this hub no role opens channels of this kind any more. */
  members?: string[];
}

export async function channel(database: Database, options: ChannelOptions): Promise<string> {
  const id = uuidv7();
  const { networkId, kind = 'thematic', slug = `water-${id.slice(-6)}`, partnershipId = null, members } = options;
  if (members) await database.query('delete from channel_kind_roles where kind = $1', [kind]);
  await database.query(
    'insert into channels (id, network_id, partnership_id, kind, slug, name) values ($1, $2, $3, $4, $5, $5)',
    [id, networkId, partnershipId, kind, slug],
  );
  await database.query(
    `insert into channel_members (channel_id, person_id, origin) select $1, unnest($2::uuid[]), 'hand'`,
    [id, members ?? []],
  );
  return id;
}

/** As with a passkey, so that administration is open to whoever has a role for it. */
export async function signIn(database: Database, personId: string, origin: string): Promise<SignedIn> {
  const token = randomBytes(32).toString('base64url');
  await database.query(
    `insert into sessions (id, person_id, token_hash, expires_at, how, second_factor_at)
    values ($1, $2, $3, now() + interval '1 day', 'passkey', now())`,
    [uuidv7(), personId, createHash('sha256').update(token).digest()],
  );
  return { personId, headers: { cookie: `hub=${token}`, origin } };
}
