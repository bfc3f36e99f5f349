/** What the queue carries out, on Postgres and on Redis alike: once, also when it was emptied, and kept when it was given up. */
import { declaredJobs, job, postgresBackend, redisBackend, Relay, Workshop, type QueueBackend } from '@hub/queue';
import { pgConnection } from '@hub/database';
import { hub, membership, person, until, type TestHub } from '@hub/testing';
import { caller } from '@hub/client';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { Redis } from 'ioredis';
import { z } from 'zod';

const { TEST_REDIS } = process.env;
const ours = job('test.counted', { payload: z.object({ n: z.int() }), attempts: 2 });
const folded = job('test.folded', {
  payload: z.object({ about: z.string(), n: z.int() }),
  dedupe: ({ about }) => about,
});

// Named in one line by the runner when there is no Redis on this machine.
describe.each(['postgres', ...(TEST_REDIS === undefined ? [] : ['redis'])])('jobs on %s', (kind) => {
  let here: TestHub;
  let backend: QueueBackend;
  let relay: Relay;
  let workshop: Workshop;
  let redis: { child: ChildProcess; client: Redis } | undefined;
  const done: string[] = [];
  let broken = false;
  let troubles = 0;

  const handlers = new Map<string, (payload: object) => Promise<void>>([
    [
      ours.topic,
      async (payload) => {
        if (broken) throw new TypeError('not today');
        done.push(`counted ${(payload as { n: number }).n}`);
      },
    ],
    [folded.topic, async (payload) => void done.push(`folded ${(payload as { n: number }).n}`)],
  ]);

  beforeAll(async () => {
    // The hub itself carries nothing out here.
    here = await hub({ HUB_ROLES: 'api' });
    if (kind === 'redis') {
      const port = await freePort();
      const child = spawn(TEST_REDIS ?? '', ['--port', String(port), '--save', ''], { stdio: 'ignore' });
      const client = new Redis(port, '127.0.0.1', { retryStrategy: () => 50, maxRetriesPerRequest: null });
      client.on('error', () => undefined);
      await client.ping();
      redis = { child, client };
      backend = await redisBackend(`redis://127.0.0.1:${port}`);
    } else backend = postgresBackend(pgConnection(here.connection));
    relay = new Relay(here.database, backend, () => troubles++);
    workshop = new Workshop(
      here.database,
      backend,
      () => allHandlers(),
      () => undefined,
    );
    await workshop.start();
    relay.start();
  });
  afterAll(async () => {
    await relay.stop();
    await workshop.stop();
    await backend.queue.close();
    await backend.close();
    redis?.client.disconnect();
    redis?.child.kill('SIGKILL');
    await here.close();
  });

  /** Those of the hub are carried out elsewhere. */
  const allHandlers = () => {
    const known = new Map(handlers);
    for (const topic of declaredJobs().keys()) if (!known.has(topic)) known.set(topic, async () => undefined);
    return known;
  };
  const promise = (topic: string, ...payloads: object[]) =>
    here.database.transaction((tx) => tx.promise(topic, payloads));
  const rows = () => here.database.query<{ id: number; failure: string | null }>('select id, failure from outbox');
  const empty = () =>
    kind === 'redis' ? redis?.client.flushall() : here.database.query('truncate bullmq.job cascade');

  it('are carried out, each once, and of what is promised again the latest', async () => {
    await promise(ours.topic, ...[1, 2, 3].map((n) => ({ n })));
    await promise(folded.topic, ...[1, 2, 3].map((n) => ({ about: 'wells', n })));
    await until(rows, (left) => left.length === 0);
    expect(done.sort()).toEqual(['counted 1', 'counted 2', 'counted 3', 'folded 3']);
  });

  it('come back when the queue was emptied', async () => {
    done.length = 0;
    await workshop.stop();
    await promise(ours.topic, { n: 4 });
    await until(
      () => here.database.query('select from outbox where queued_at is not null'),
      (queued) => queued.length === 1,
    );
    await empty();
    await here.database.query(`update outbox set queued_at = now() - interval '6 minutes'`);
    workshop = new Workshop(
      here.database,
      backend,
      () => allHandlers(),
      () => undefined,
    );
    await workshop.start();
    relay.wake();
    await until(rows, (left) => left.length === 0);
    expect(done).toEqual(['counted 4']);
  });

  const onPostgres = kind === 'postgres' ? it : undefined;
  onPostgres?.('come back at once when they were marked and Postgres went away before the queue had them', async () => {
    done.length = 0;
    const sql = (statement: string) => here.database.query(statement);
    await sql(`create function goes_away() returns trigger language plpgsql as $$ begin raise 'away'; end $$`);
    await sql('create trigger away before insert on bullmq.job execute function goes_away()');
    await sql(`create trigger away before update on outbox for each row when (new.queued_at is null)
      execute function goes_away()`);
    await promise(ours.topic, { n: 6 });
    // The queue did not take it, and once more Postgres could not be told.
    const before = troubles;
    await until(
      () => troubles,
      (now) => now >= before + 2,
    );
    expect(await here.database.query('select from outbox where queued_at is not null')).toHaveLength(1);
    await sql('drop trigger away on bullmq.job');
    await sql('drop trigger away on outbox');
    await until(rows, (left) => left.length === 0);
    // Of an emptied queue something may come twice and late.
    expect(done.filter((one) => one !== 'counted 4')).toEqual(['counted 6']);
  });

  it('are kept when they are given up, at once where they do not fit, and tried again by an administrator', async () => {
    done.length = 0;
    broken = true;
    await promise(ours.topic, { n: 5 });
    await promise(ours.topic, { n: 'five' });
    const failures = await until(rows, (left) => left.filter(({ failure }) => failure !== null).length === 2, 20_000);
    expect(new Set(failures.map(({ failure }) => failure))).toEqual(new Set(['TypeError', 'UnrecoverableError']));
    broken = false;
    const administrator = await person(here.database, 'Maja Lind');
    await membership(here.database, administrator, 'administrator');
    const { headers } = await here.signIn(administrator);
    const ask = caller({ origin: here.origin, headers });
    const listed = await ask('job.listFailed', {});
    expect(listed).toHaveLength(2);
    const jobId = failures.find(({ failure }) => failure === 'TypeError')?.id ?? 0;
    await ask('job.replay', { jobId });
    await until(
      () => done,
      (all) => all.includes('counted 5'),
    );
    await expect(ask('job.replay', { jobId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const [entry] = await here.database.query(
      `select actor_id as "actorId", after from audit_entries where action = 'job.replay'`,
    );
    expect(entry).toEqual({ actorId: administrator, after: { jobId, topic: ours.topic } });
  }, 40_000);

  it('without somebody who carries them out stop the start', async () => {
    const alone = new Workshop(
      here.database,
      backend,
      () => new Map(handlers),
      () => undefined,
    );
    await expect(alone.start()).rejects.toThrow(/^Nothing carries out the job [a-z_]+\.[a-z_]+\.$/);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
