/** What a broadcast promises to others. */
import { Id, Instant } from '@hub/contracts';
import { job } from '@hub/queue';
import { z } from 'zod';

/** Its recipients are to be told of this version. */
export const broadcastSent = job('broadcast.sent', { payload: z.object({ broadcastId: Id, version: z.int() }) });

/** Those who have not acknowledged the version that asks for it are to be reminded, for the nth time. */
export const acknowledgementMissing = job('acknowledgement.missing', {
  payload: z.object({ broadcastId: Id, version: z.int(), number: z.int() }),
});

/** Its moment came and it could not be sent: whoever scheduled it is to hear of it. */
export const broadcastNotSent = job('broadcast.not_sent', {
  payload: z.object({ broadcastId: Id, at: Instant }),
  attempts: 14,
});

/** Somebody wants to see it as its readers would get it. */
export const broadcastTested = job('broadcast.tested', {
  payload: z.object({ testId: Id, broadcastId: Id, personId: Id }),
});
