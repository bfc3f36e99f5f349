/** What the postman promises. */
import { job } from '@hub/queue';
import { z } from 'zod';

/** These letters are due: each is everything that waits for one person. */
export const lettersDue = job('letters.due', { payload: z.object({ letterIds: z.array(z.uuid()) }) });
