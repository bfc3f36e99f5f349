/**
 * Letters in processes of their own: two workers on one database, and one that is killed while a mail server has letters of
 * it and has not said so. Every letter leaves once or stands in the ledger as unknown, and none twice.
 */
import type { Database } from '@hub/database';
import { mailServer, network, nobodySleeps, person, until, type MailServer } from '@hub/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { openHubDatabase } from '../src/app.js';
import { Machine, type HubProcess } from './faults/machine.js';

const patienceMs = 60_000;
const people = 40;

let machine: Machine;
let mail: MailServer;
let database: Database;
let workers: HubProcess[];

beforeAll(async () => {
  machine = new Machine();
  await machine.start();
  mail = await mailServer();
  database = await openHubDatabase({ url: machine.databaseUrl });
  const place = { SMTP_URL: mail.url, PUBLIC_URL: 'http://localhost:3000' };
  workers = ['worker a', 'worker b'].map((name) => machine.process(name, 'worker', place));
  await Promise.all(workers.map((one) => one.start()));
  const networkId = await network(database);
  for (let number = 0; number < people; number++) await person(database, `Person ${number}`);
  await nobodySleeps(database);
  // The hub has warned of these ends already: what is mailed is ours.
  await database.query(
    `with roles as (
      insert into memberships (id, person_id, role, network_id, from_on, until_on)
      select gen_random_uuid(), id, 'expert', $1, current_date - 1, current_date + 20 from people returning id, until_on)
    insert into ending_warnings (membership_id, until_on) select id, until_on from roles`,
    [networkId],
  );
}, patienceMs);
afterAll(async () => {
  await database?.dataSource.destroy();
  await machine.stop();
  await mail.close();
}, patienceMs);
beforeEach(async () => {
  mail.mood = 'kind';
  mail.received.length = 0;
  await database.query('delete from notifications');
});

/** Everybody is told that their role ends, which is mailed at once. */
async function tellAll(): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query(
      `insert into notifications (id, person_id, kind, membership_id) select gen_random_uuid(), person_id, 'role_ending', id from memberships`,
    );
    await tx.query(
      `insert into deliveries (id, person_id, medium, kind, subject_id, dedupe_key, state, notification_id, due_at)
      select gen_random_uuid(), person_id, 'email', kind, membership_id, 'email/' || id, 'pending', id, now() from notifications`,
    );
  });
}

const states = async () => {
  const rows = await database.query<{ state: string; count: number }>(
    `select case when reason = 'unknown' then reason else state end as state, count(*)::int from deliveries group by 1`,
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count])) as Record<string, number | undefined>;
};
const recipients = () => mail.received.map(({ recipient }) => recipient);

it('two workers send each letter once', async () => {
  await tellAll();
  await until(states, ({ delivered }) => delivered === people, patienceMs);
  expect(new Set(recipients()).size).toBe(people);
  expect(mail.received).toHaveLength(people);
  expect(await states()).toEqual({ delivered: people });
}, 120_000);

it('a worker that is killed in the middle of a letter leaves it unknown, and the rest to the next', async () => {
  const [only, other] = workers as [HubProcess, HubProcess];
  await other.kill();
  mail.mood = 'holding';
  await tellAll();
  await until(
    () => mail.received,
    (received) => received.length >= 3,
    patienceMs,
  );
  await only.kill();
  // What Postgres was asked before is done.
  await until(
    () =>
      database.query(
        `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state = 'active'`,
      ),
    (active) => active.length === 0,
    patienceMs,
  );
  mail.mood = 'kind';
  const { sending = 0 } = await states();
  expect(sending).toBeGreaterThanOrEqual(mail.received.length);
  // The leases of what it had taken, and was sending, run out.
  await database.query(`update deliveries set due_at = now() where state in ('pending', 'sending')`);
  await only.start();
  const settled = await until(states, ({ pending, sending: left }) => !pending && !left, patienceMs);
  expect(settled).toEqual({ unknown: sending, delivered: people - sending });
  const all = recipients();
  expect(new Set(all).size).toBe(all.length);
  const lost = await database.query<{ email: string }>(
    `select p.email from deliveries d join people p on p.id = d.person_id where d.state = 'delivered'`,
  );
  expect(lost.filter(({ email }) => !all.includes(email))).toEqual([]);
  expect(machine.processes.flatMap(({ died }) => died ?? [])).toEqual([]);
}, 120_000);
