/**
 * `node bench/broadcast.mjs [people]`: one broadcast to 5,000 people, from its sending until the last of them has it in the
 * hub, beside one bare statement that inserts as many rows into the same tables.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHubDatabase, startApp } from '../dist/src/app.js';
import { parseConfig } from '../dist/src/config.js';
import { startEmbeddedPostgres } from '../dist/libs/database/src/index.js';
import { SendingService } from '../dist/src/modules/broadcasts/sending.service.js';

/** $1 network, $2 author. */
const drafted = `
  with made as (
    insert into broadcasts (id, author_id, audience, status, acknowledge)
    values (gen_random_uuid(), $2, jsonb_build_object('networkIds', array[$1::uuid], 'partnershipIds', '[]'::jsonb,
      'sides', '[]'::jsonb, 'roles', '[]'::jsonb), 'draft', true) returning id
  ), placed as (
    insert into broadcast_networks (broadcast_id, network_id) select id, $1 from made
  ), versioned as (
    insert into broadcast_versions (broadcast_id, version, author_id) select id, 1, $2 from made
  ), written as (
    insert into broadcast_texts (broadcast_id, version, language, title, body)
    select id, 1, 'en', 'Apply by Friday', repeat('Please read this **carefully**. ', 40) from made)
  select id from made`;

/** $1 broadcast. */
const bare = `
  with ledger as (
    insert into deliveries (id, person_id, medium, kind, subject_id, dedupe_key, state, attempt, settled_at)
    select gen_random_uuid(), person_id, 'hub', 'broadcast', $1, 'bare/' || person_id, 'delivered', 1, now()
    from broadcast_recipients where broadcast_id = $1)
  insert into notifications (id, person_id, kind, broadcast_id)
  select gen_random_uuid(), person_id, 'broadcast', $1 from broadcast_recipients where broadcast_id = $1`;

const people = Number(process.argv[2] ?? 5_000);
const folder = mkdtempSync(join(tmpdir(), 'samverka-bench-'));
chmodSync(folder, 0o755);
const postgres = await startEmbeddedPostgres({ folder: join(folder, 'data') });
const database = await openHubDatabase(postgres.connection);
const config = parseConfig({ PORT: '0', LOG_LEVEL: 'error', HUB_DEMONSTRATION: 'false' });
const app = await startApp(config, database, postgres.connection);
const seconds = (began) => ((performance.now() - began) / 1_000).toFixed(2);

try {
  const { networkId, authorId } = await fill();
  const [{ id: broadcastId }] = await database.query(drafted, [networkId, authorId]);
  await database.query('analyze');
  const actor = {
    personId: authorId,
    sessionId: '',
    memberships: [{ role: 'project_coordinator', networkId, partnershipId: null, side: null }],
  };
  let began = performance.now();
  await app.nest.get(SendingService, { strict: false }).send(actor, { broadcastId, at: null });
  const sent = seconds(began);
  while ((await database.query('select count(*)::int as n from notifications'))[0].n < people)
    await new Promise((resolve) => setTimeout(resolve, 20));
  const told = seconds(began);
  await database.query(`delete from notifications where broadcast_id = $1`, [broadcastId]);
  await database.query(`delete from deliveries where subject_id = $1`, [broadcastId]);
  began = performance.now();
  await database.query(bare, [broadcastId]);
  const inserted = seconds(began);
  console.log(
    `one broadcast to ${people} people: answered after ${sent} s, the last has it in the hub after ${told} s`,
  );
  console.log(`one bare statement that puts as many rows into the ledger and the notifications: ${inserted} s`);
} finally {
  await app.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function fill() {
  const [{ id: networkId }] = await database.query(`
    with theme as (
      insert into themes (id, slug, names) values (gen_random_uuid(), 'climate', '{"en": "Climate"}') returning id)
    insert into networks (id, slug, name, theme_id, region, purpose, round, status, starts_on, ends_on)
    select gen_random_uuid(), 'many', 'Many', id, 'East Africa', 'To adapt.', 1, 'active', current_date - 1, current_date + 900
    from theme returning id`);
  await database.query(
    `insert into people (id, name, initials, email, time_zone)
    select i, 'Person ' || n, 'P', i || '@example.org', 'Africa/Lusaka'
    from (select gen_random_uuid() as i, n from generate_series(0, $1::int) n) p`,
    [people],
  );
  const [{ id: authorId }] = await database.query(`select id from people where name = 'Person 0'`);
  await database.query(
    `insert into memberships (id, person_id, role, network_id, from_on)
    select gen_random_uuid(), id, case when id = $2 then 'project_coordinator' else 'expert' end, $1, current_date - 1 from people`,
    [networkId, authorId],
  );
  return { networkId, authorId };
}
