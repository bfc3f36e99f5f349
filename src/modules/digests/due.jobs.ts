/** What a round of digests promises. */
import { job } from '@hub/queue';
import { z } from 'zod';

/** This person's digest of this local day is due. */
export const digestDue = job('digest.due', { payload: z.object({ personId: z.uuid(), day: z.iso.date() }) });
