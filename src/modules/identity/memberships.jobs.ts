/** What a role that ends promises to others. */
import { Id, PlainDate } from '@hub/contracts';
import { job } from '@hub/queue';
import { z } from 'zod';

/** Its holder and those who give it are to be told, if it still ends on that day. */
export const roleEnding = job('role.ending', { payload: z.object({ membershipId: Id, untilOn: PlainDate }) });
