import type { FailedJob, Parsed } from '@hub/contracts';
import { Controller } from '@nestjs/common';
import { Input, Me, Route } from '../../edge/route.js';
import type { Actor } from '../identity/actor.js';
import { FailedJobsService } from './failed-jobs.service.js';

@Controller()
export class FailedJobsController {
  constructor(private readonly jobs: FailedJobsService) {}

  @Route('job.listFailed')
  list(@Me() actor: Actor): Promise<FailedJob[]> {
    return this.jobs.list(actor);
  }

  @Route('job.replay')
  replay(@Me() actor: Actor, @Input() { jobId }: Parsed<'job.replay'>): Promise<void> {
    return this.jobs.replay(actor, jobId);
  }
}
