/** What a round of digests promises. */
import { job } from '@hub/queue';
import { z } from 'zod';

/** These people's digests are due, each of a local day. */
export const digestsDue = job('digest.due', {
  payload: z.object({ digests: z.array(z.object({ personId: z.uuid(), day: z.iso.date() })) }),
});
