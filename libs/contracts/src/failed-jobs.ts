/** What could not be carried out or delivered, for those who look after it. */
import { z } from 'zod';
import { Instant, PersonRef } from './model.js';

export const FailedJob = z
  .object({
    id: z.int(),
    topic: z.string(),
    /** The kind of error; never what anybody wrote. */
    failure: z.string(),
    failedAt: Instant,
  })
  .meta({ id: 'FailedJob' });

export const FailingAddress = z
  .object({
    person: PersonRef,
    email: z.string(),
    /** The class of the refusal, e.g. `smtp_550`. */
    reason: z.string(),
    since: Instant,
    letters: z.int(),
  })
  .meta({ id: 'FailingAddress' });

export type FailedJob = z.infer<typeof FailedJob>;
export type FailingAddress = z.infer<typeof FailingAddress>;
