/** The scaled shape: the same hub with its queue and bus on a real Redis, in separate roles. */
import { redisBackend } from '@hub/queue';
import { channel, hub, membership, network, person, until, type SignedIn, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';

const { TEST_REDIS } = process.env;
// Named in one line by the runner when there is no Redis on this machine.
const onRedis = TEST_REDIS === undefined ? describe.skip : describe;

onRedis('on Redis', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samverka-redis-'));
  let redis: ChildProcess;
  let url: string;
  let api: TestHub;
  let second: TestHub;
  let amara: SignedIn;
  let lars: SignedIn;
  let channelId: string;

  beforeAll(async () => {
    const port = await freePort();
    url = `redis://127.0.0.1:${port}`;
    redis = await startRedis(port);
    const REDIS_URL = url;
    api = await hub({ REDIS_URL, HUB_ROLES: 'api' });
    second = await api.another({ HUB_ROLES: 'api' });
    await api.another({ HUB_ROLES: 'worker' });
    const networkId = await network(api.database);
    [amara, lars] = (await Promise.all(
      ['Amara Mwansa', 'Lars Ek'].map(async (name) => {
        const personId = await person(api.database, name);
        await membership(api.database, personId, 'expert', { networkId });
        return api.signIn(personId);
      }),
    )) as [SignedIn, SignedIn];
    channelId = await channel(api.database, { networkId, members: [amara.personId, lars.personId] });
  }, 60_000);

  afterAll(async () => {
    await api?.close();
    await kill();
    rmSync(folder, { recursive: true, force: true });
  });

  const startRedis = async (port: number): Promise<ChildProcess> => {
    const child = spawn(TEST_REDIS ?? '', ['--port', String(port), '--dir', folder, '--appendonly', 'yes'], {
      stdio: 'ignore',
    });
    const probe = new Redis(port, '127.0.0.1', { retryStrategy: () => 50, maxRetriesPerRequest: null });
    probe.on('error', () => undefined);
    await probe.ping();
    probe.disconnect();
    return child;
  };

  const kill = async () => {
    const gone = new Promise((resolve) => redis.once('close', resolve));
    redis.kill('SIGKILL');
    await gone;
  };

  const send = (node: TestHub, who: SignedIn, body: string) => {
    const client = node.client(who);
    return client.call('message.send', { channelId, clientId: uuidv7(), topicTitle: 'Across nodes', body });
  };

  const heard = async (node: TestHub, who: SignedIn) => {
    const client = node.client(who);
    const told: string[] = [];
    client.onEvents((events) => {
      for (const event of events)
        if (event.kind !== 'presence.changed')
          told.push(event.kind === 'message.sent' ? event.message.body : event.kind);
    });
    await until(client.state, (state) => state === 'online');
    return told;
  };

  it('a message crosses nodes, and a mention goes by the worker to the bell on another node', async () => {
    const told = await heard(second, lars);
    await send(api, amara, `<@${lars.personId}>, does it run?`);
    await until(
      () => told.length,
      (n) => n === 2,
    );
    expect(told.sort()).toEqual([`<@${lars.personId}>, does it run?`, 'notification.created']);
  });

  it('sending goes on while Redis is away, and what was promised is kept until it is back', async () => {
    const told = await heard(second, lars);
    const port = Number(new URL(url).port);
    await kill();
    const { seq } = await send(api, amara, `<@${lars.personId}>, and now?`);
    expect(seq).toBeGreaterThan(0);
    redis = await startRedis(port);
    await until(
      () => told,
      (all) => all.includes('notification.created'),
    );
  }, 30_000);

  it('a Redis that may evict is refused', async () => {
    const client = new Redis(url);
    await client.config('SET', 'maxmemory-policy', 'allkeys-lru');
    await expect(redisBackend(url)).rejects.toThrow(
      'Redis may evict jobs (maxmemory-policy is allkeys-lru): set it to noeviction.',
    );
    await client.config('SET', 'maxmemory-policy', 'noeviction');
    client.disconnect();
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
