/** What the queue gave up: administrators see it and have it tried again, one by one. */
import { Failure, type FailedJob } from '@hub/contracts';
import { Database, hubId, instant } from '@hub/database';
import { Injectable } from '@nestjs/common';
import { isAdministrator, type Actor } from '../identity/actor.js';
import { AuditService } from './audit.service.js';

@Injectable()
export class FailedJobsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
  ) {}

  async list(actor: Actor): Promise<FailedJob[]> {
    requireAdministrator(actor);
    return this.database.query<FailedJob>(failed);
  }

  /** What was tried again meanwhile, by whomever, is not there any more. */
  async replay(actor: Actor, jobId: number): Promise<void> {
    requireAdministrator(actor);
    // A job has no id of its own that outlives it: the trail keeps it under the hub.
    const subjectId = await hubId(this.database);
    await this.database.transaction(async (tx) => {
      const [job] = await tx.query<{ topic: string }>(again, [jobId]);
      if (!job) throw new Failure('NOT_FOUND', 'There is nothing here.');
      await this.audit.write(tx, {
        actor,
        networkId: null,
        action: 'job.replay',
        subjectId,
        after: { jobId, topic: job.topic },
      });
      tx.afterCommit(() => this.database.promised());
    });
  }
}

const failed = `
  select id, topic, coalesce(failure, '') as failure, ${instant('failed_at')} as "failedAt"
  from outbox where failed_at is not null order by failed_at desc, id desc limit 200`;

/** $1 job. */
const again = `
  update outbox set failed_at = null, failure = null, queued_at = null, due_at = now()
  where id = $1 and failed_at is not null returning topic`;

function requireAdministrator(actor: Actor): void {
  if (!isAdministrator(actor)) throw new Failure('FORBIDDEN', 'Failed jobs are for administrators.');
}
