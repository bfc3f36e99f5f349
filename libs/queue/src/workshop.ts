/**
 * Carries out the jobs: finds every `@Handles` method, refuses to start unless every kind of job has exactly one, and
 * settles the outbox row when a job is done or given up.
 */
import { isPassing, type Database } from '@hub/database';
import { Reflector, type DiscoveryService, type MetadataScanner } from '@nestjs/core';
import { UnrecoverableError, type Job } from 'bullmq';
import { QueueRefusal, type JobData, type QueueBackend } from './backend.js';
import { declaredJobs, handlesKey, NotBefore } from './job.js';

type Handler = (payload: object) => Promise<void>;

const concurrency = 10;

export class Workshop {
  private worker: ReturnType<QueueBackend['work']> | undefined;
  private handlers: ReadonlyMap<string, Handler> = new Map();

  constructor(
    private readonly database: Database,
    private readonly backend: QueueBackend,
    private readonly findHandlers: () => ReadonlyMap<string, Handler>,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  /** Once every provider exists. Resolves when the queue answers; one that cannot be reached at first would be asked in a tight loop. */
  async start(): Promise<void> {
    this.handlers = this.findHandlers();
    const orphan = [...declaredJobs().keys()].find((topic) => !this.handlers.has(topic));
    if (orphan !== undefined) throw new QueueRefusal(`Nothing carries out the job ${orphan}.`);
    this.worker = this.backend.work((job) => this.carryOut(job), concurrency);
    this.worker.on('error', this.onTrouble);
    this.worker.on('failed', (job, error) => {
      this.onTrouble(error);
      if (job && isLast(job, error)) void this.giveUp(job, error).catch(this.onTrouble);
    });
    await this.worker.waitUntilReady();
    void this.worker.run().catch(this.onTrouble);
  }

  async stop(): Promise<void> {
    await this.worker?.close();
  }

  private async carryOut(job: Job<JobData>): Promise<void> {
    const handler = this.handlers.get(job.name);
    if (!handler) throw new Error(`No handler for the topic ${job.name}`);
    try {
      await handler(payloadOf(job));
    } catch (error) {
      if (error instanceof NotBefore) return this.putOff(job, error.at);
      throw error;
    }
    await this.database.query('delete from outbox where id = $1', [job.data.outboxId]);
  }

  private async putOff({ data }: Job<JobData>, at: Date): Promise<void> {
    await this.database.query('update outbox set queued_at = null, due_at = $2 where id = $1', [data.outboxId, at]);
  }

  /**
   * What can pass (a database away, a topic of a newer release) is tried again later. Of the rest only the kind of
   * error is kept: its message may hold what a person wrote.
   */
  private async giveUp(job: Job<JobData>, error: Error): Promise<void> {
    if (isPassing(error) || !this.handlers.has(job.name)) {
      await this.database.query(
        `update outbox set queued_at = null, due_at = now() + interval '1 minute' where id = $1`,
        [job.data.outboxId],
      );
      return;
    }
    const failure = 'code' in error ? `${error.name} ${String(error.code)}` : error.name;
    await this.database.query('update outbox set failed_at = now(), failure = $2 where id = $1', [
      job.data.outboxId,
      failure,
    ]);
  }
}

/** A payload that does not fit is not worth another try: this release cannot read it, or a promise was wrong. */
function payloadOf({ name, data }: Job<JobData>): object {
  const parsed = declaredJobs().get(name)?.payload.safeParse(data.payload);
  if (parsed && !parsed.success) throw new UnrecoverableError(`The payload of ${name} does not fit.`);
  return parsed?.data ?? data.payload;
}

function isLast({ attemptsMade, opts }: Job<JobData>, error: Error): boolean {
  return error instanceof UnrecoverableError || attemptsMade >= (opts.attempts ?? 1);
}

export function handlersIn(discovery: DiscoveryService, scanner: MetadataScanner): Map<string, Handler> {
  const reflector = new Reflector();
  const handlers = new Map<string, Handler>();
  for (const { instance } of discovery.getProviders()) {
    if (typeof instance !== 'object' || instance === null) continue;
    for (const method of scanner.getAllMethodNames(Object.getPrototypeOf(instance))) {
      const handler = (instance as Record<string, unknown>)[method] as Handler;
      const topic = reflector.get<string | undefined>(handlesKey, handler);
      if (topic === undefined) continue;
      if (handlers.has(topic)) throw new QueueRefusal(`Two methods carry out the job ${topic}.`);
      handlers.set(topic, handler.bind(instance));
    }
  }
  return handlers;
}
