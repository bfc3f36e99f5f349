/** Where BullMQ keeps its jobs: in Postgres beside our own tables, or in Redis where the hub is scaled out. */
import { minded } from '@hub/database';
import { createPostgresBackend, Queue, runMigrations, withBackend, Worker, type Processor } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

export interface JobData {
  outboxId: number;
  payload: object;
}

/** The two ends of the one queue, and how to let go of what they hold. */
export interface QueueBackend {
  queue: Pick<Queue, 'addBulk' | 'close' | 'on'>;
  work(
    processor: Processor<JobData>,
    concurrency: number,
  ): Pick<Worker<JobData>, 'close' | 'on' | 'run' | 'waitUntilReady'>;
  close(): Promise<void>;
}

/** A reason not to start, in one sentence meant for the operator. */
export class QueueRefusal extends Error {}

const queueName = 'hub';
const schema = 'bullmq';
/** A job whose worker dies is tried again this often before it counts as failed. */
const maxStalledCount = 5;

export async function migrateQueue(client: pg.Client): Promise<void> {
  await runMigrations(client, schema);
}

export function postgresBackend(connection: pg.ClientConfig): QueueBackend {
  const pool = new pg.Pool({ ...connection, ...minded, options: `-c search_path=${schema}`, max: 8 });
  pool.on('error', () => undefined);
  const bull = withBackend(createPostgresBackend);
  const queue = new bull.Queue(queueName, { connection: pool });
  // Without a listener BullMQ prints what went wrong; the relay reports it when it next tries.
  queue.on('error', () => undefined);
  return {
    queue: queue as unknown as Queue,
    work: (processor, concurrency) =>
      new bull.Worker<JobData>(queueName, processor as never, {
        connection: pool,
        concurrency,
        maxStalledCount,
        autorun: false,
      }) as unknown as Worker<JobData>,
    close: () => pool.end(),
  };
}

export async function redisBackend(url: string): Promise<QueueBackend> {
  await refuseEviction(url);
  // Adding must fail at once while Redis is away, so that the outbox keeps the job; a worker waits for it to return.
  const adding = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 5_000 });
  const working = new Redis(url, { maxRetriesPerRequest: null });
  for (const connection of [adding, working]) connection.on('error', () => undefined);
  const queue = new Queue(queueName, { connection: adding });
  queue.on('error', () => undefined);
  return {
    queue,
    work: (processor, concurrency) =>
      new Worker<JobData>(queueName, processor, { connection: working, concurrency, maxStalledCount, autorun: false }),
    close: async () => {
      adding.disconnect();
      working.disconnect();
    },
  };
}

async function refuseEviction(url: string): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
  redis.on('error', () => undefined);
  let memory: string;
  try {
    await redis.connect();
    memory = await redis.info('memory');
  } catch (error) {
    throw new QueueRefusal(`Redis could not be reached: ${error instanceof Error ? error.message : String(error)}.`);
  } finally {
    redis.disconnect();
  }
  const policy = /maxmemory_policy:(\S+)/.exec(memory)?.[1];
  if (policy === undefined)
    throw new QueueRefusal('Redis does not tell its maxmemory-policy: let this user run INFO memory.');
  if (policy !== 'noeviction')
    throw new QueueRefusal(`Redis may evict jobs (maxmemory-policy is ${policy}): set it to noeviction.`);
}
