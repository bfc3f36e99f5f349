/** What changes of a timeline promise to others. */
import { Id } from '@hub/contracts';
import { job } from '@hub/queue';
import { z } from 'zod';

/** Those who answer for the milestone are to be told how it stands now, if somebody else changed it. */
export const milestoneChanged = job('milestone.changed', {
  payload: z.object({ milestoneId: Id }),
  dedupe: ({ milestoneId }) => milestoneId,
});
