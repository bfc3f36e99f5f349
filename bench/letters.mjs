/**
 * `node bench/letters.mjs [people]`: one broadcast to 5,000 people, from telling them to the last letter, beside a bare
 * nodemailer loop of as many letters of the same size against the same mail server, which is a process of its own.
 */
import { fork } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';

if (process.send) await serve();
else await measure(Number(process.argv[2] ?? 5_000));

/** Takes every letter, says how many on `GET /`. */
async function serve() {
  let taken = 0;
  let bytes = 0;
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _, done) => {
      stream.on('data', (some) => (bytes += some.length));
      stream.on('end', () => {
        taken++;
        done();
      });
    },
  });
  const http = createServer((_, response) => response.end(JSON.stringify({ taken, bytes })));
  await new Promise((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
  process.send({ smtp: smtp.server.address().port, http: http.address().port });
}

async function measure(people) {
  const { startEmbeddedPostgres } = await import('../dist/libs/database/src/index.js');
  const { openHubDatabase, startApp } = await import('../dist/src/app.js');
  const { parseConfig } = await import('../dist/src/config.js');
  const { NotificationsService } = await import('../dist/src/modules/notifications/notifications.service.js');
  const folder = mkdtempSync(join(tmpdir(), 'samverka-bench-'));
  chmodSync(folder, 0o755);
  const server = fork(import.meta.filename);
  const ports = await new Promise((resolve) => server.once('message', resolve));
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'data') });
  const database = await openHubDatabase(postgres.connection);
  const url = `smtp://127.0.0.1:${ports.smtp}`;
  const config = parseConfig({ PORT: '0', LOG_LEVEL: 'error', HUB_DEMONSTRATION: 'false', SMTP_URL: url });
  const app = await startApp(config, database, postgres.connection);
  const state = async () => (await fetch(`http://127.0.0.1:${ports.http}/`)).json();
  const until = async (count) => {
    while ((await state()).taken < count) await new Promise((resolve) => setTimeout(resolve, 100));
  };
  try {
    const broadcastId = await fill(database, people);
    const rows = await database.query('select person_id as id from broadcast_recipients');
    const personIds = rows.map(({ id }) => id);
    let began = performance.now();
    await app.nest.get(NotificationsService, { strict: false }).tellAll({
      kind: 'broadcast',
      personIds,
      about: { broadcastId },
      key: `${broadcastId}/1`,
    });
    const told = seconds(began);
    await until(people);
    const hub = seconds(began);
    const { bytes } = await state();
    const [settled] = await database.query(
      `select count(*)::int as n, count(distinct letter_id)::int as letters from deliveries where medium = 'email'`,
    );

    const transport = createTransport({ url, pool: true });
    const text = 'x'.repeat(Math.max(1, Math.round(bytes / people) - 600)).replace(/(.{70})/g, '$1\n');
    began = performance.now();
    await Promise.all(
      personIds.map((id) =>
        transport.sendMail({ from: 'a@example.org', to: `${id}@example.org`, subject: 'Update', text }),
      ),
    );
    await until(2 * people);
    const bare = seconds(began);
    transport.close();
    console.log(
      `${people} letters of ${Math.round(bytes / people)} bytes (${settled.n} in the ledger, ${settled.letters} letters)`,
    );
    console.log(`hub: told after ${told.toFixed(2)} s, last letter after ${hub.toFixed(2)} s`);
    console.log(`bare nodemailer loop: ${bare.toFixed(2)} s; the hub takes ${(hub / bare).toFixed(1)} times as long`);
  } finally {
    await app.close();
    await postgres.stop();
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

function seconds(began) {
  return (performance.now() - began) / 1_000;
}

/** A broadcast that was sent to as many people, who sleep never. */
async function fill(database, people) {
  const id = async (sql, values = []) => (await database.query(sql, values))[0].id;
  const theme = await id(
    `insert into themes (id, slug, names) values (gen_random_uuid(), 'climate', '{"en": "Climate"}') returning id`,
  );
  const network = await id(
    `insert into networks (id, slug, name, theme_id, region, purpose, round, status, starts_on, ends_on)
    values (gen_random_uuid(), 'many', 'Many', $1, 'East Africa', 'To adapt.', 1, 'active', current_date - 1, current_date + 900) returning id`,
    [theme],
  );
  await database.query(
    `insert into people (id, name, initials, email, time_zone)
    select i, 'Person ' || n, 'P', i || '@example.org', 'Africa/Lusaka' from (select gen_random_uuid() as i, n from generate_series(1, $1::int) n) p`,
    [people],
  );
  await database.query(
    `insert into memberships (id, person_id, role, network_id, from_on) select gen_random_uuid(), id, 'expert', $1, current_date - 1 from people`,
    [network],
  );
  await database.query(
    `insert into preferences (person_id, quiet_from, quiet_until, quiet_days, quiet_holidays) select id, '00:00', '00:00', '{}', false from people`,
  );
  const broadcast = await id(
    `insert into broadcasts (id, author_id, audience, status, acknowledge, sent_at)
    select gen_random_uuid(), id, '{"roles": []}', 'sent', true, now() from people limit 1 returning id`,
  );
  await database.query('insert into broadcast_networks values ($1, $2)', [broadcast, network]);
  await database.query(
    'insert into broadcast_versions (broadcast_id, version, author_id) select id, 1, author_id from broadcasts',
  );
  await database.query(
    `insert into broadcast_texts (broadcast_id, version, language, title, body) select id, 1, 'en', 'Apply by Friday', repeat('Please read this **carefully**. ', 40) from broadcasts`,
  );
  await database.query('insert into broadcast_recipients (broadcast_id, person_id) select $1, id from people', [
    broadcast,
  ]);
  await database.query('analyze');
  return broadcast;
}
