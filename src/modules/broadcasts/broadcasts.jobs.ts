/** What a broadcast promises to others. */
import { job } from '@hub/queue';

/** Its recipients are to be told of this version. */
export const broadcastSent = job<{ broadcastId: string; version: number }>('broadcast.sent');

/** Those who have not acknowledged the version that asks for it are to be reminded, for the nth time. */
export const acknowledgementMissing = job<{ broadcastId: string; version: number; number: number }>(
  'acknowledgement.missing',
);

/** Somebody wants to see it as its readers would get it. */
export const broadcastTested = job<{ testId: string; broadcastId: string; personId: string }>('broadcast.tested');
