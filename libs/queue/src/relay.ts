/**
 * Carries promised effects from the outbox to the queue. A row stays until its job is done, so a queue that was
 * emptied is filled again from Postgres; the job's id is the row's, so filling twice adds once.
 */
import type { Database } from '@hub/database';
import type { QueueBackend } from './backend.js';
import { declaredJobs, usualAttempts } from './job.js';

const pollMs = 1_000;
const batch = 500;
/** A job that is not done by then is looked for again: its queue may have been emptied. */
const overdue = '5 minutes';

interface Row {
  id: number;
  topic: string;
  payload: object;
}

export class Relay {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;
  /** Rows that were marked and not handed over, until Postgres knows of it. */
  private readonly kept = new Set<number>();

  constructor(
    private readonly database: Database,
    private readonly backend: QueueBackend,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  start(): void {
    this.database.onPromise(() => this.wake());
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  wake(): void {
    if (this.stopped) return;
    this.again = true;
    this.running ??= this.run().finally(() => {
      this.running = undefined;
      if (!this.stopped) this.timer = setTimeout(() => this.wake(), pollMs);
    });
  }

  private async run(): Promise<void> {
    clearTimeout(this.timer);
    try {
      while (this.again && !this.stopped) {
        this.again = false;
        if ((await this.carry()) === batch) this.again = true;
      }
    } catch (error) {
      this.onTrouble(error);
    }
  }

  /**
   * Marks what is due, then hands it over. What the queue does not take is due again as soon as Postgres can be told; after
   * a crash in between, when overdue.
   */
  private async carry(): Promise<number> {
    await this.release();
    const rows = await this.database.query<Row>(
      `update outbox set queued_at = now() where id in (
        select id from outbox
        where failed_at is null and due_at <= now() and (queued_at is null or queued_at < now() - interval '${overdue}')
        order by id limit ${batch} for update skip locked)
      returning id, topic, payload`,
    );
    if (rows.length === 0) return 0;
    // An update gives its rows in no order.
    rows.sort((a, b) => a.id - b.id);
    try {
      const { latest, superseded } = withoutRepeats(rows);
      await this.backend.queue.addBulk(latest.map(jobOf));
      if (superseded.length > 0) await this.database.query('delete from outbox where id = any($1)', [superseded]);
    } catch (error) {
      for (const { id } of rows) this.kept.add(id);
      await this.release().catch(() => undefined);
      throw error;
    }
    return rows.length;
  }

  private async release(): Promise<void> {
    const ids = [...this.kept];
    if (ids.length === 0) return;
    await this.database.query('update outbox set queued_at = null where id = any($1)', [ids]);
    for (const id of ids) this.kept.delete(id);
  }
}

/** Of what is promised again before it began, the latest is carried out: it finds everything as it is by then. */
function withoutRepeats(rows: Row[]): { latest: Row[]; superseded: number[] } {
  const last = new Map<string, Row>();
  const superseded: number[] = [];
  for (const row of rows) {
    const { id, topic, payload } = row;
    const key = `${topic} ${declaredJobs().get(topic)?.dedupe?.(payload) ?? `#${id}`}`;
    const before = last.get(key);
    if (before) superseded.push(before.id);
    last.set(key, row);
  }
  return { latest: [...last.values()], superseded };
}

function jobOf({ id, topic, payload }: Row) {
  return {
    name: topic,
    data: { outboxId: id, payload },
    opts: {
      jobId: `n-${id}`,
      attempts: declaredJobs().get(topic)?.attempts ?? usualAttempts,
      backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 },
      removeOnComplete: true,
      removeOnFail: true,
    },
  };
}
