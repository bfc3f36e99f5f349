/** What a broadcast promises to others. */
import { job } from '@hub/queue';

/** Its recipients are to be told of this version. */
export const broadcastSent = job<{ broadcastId: string; version: number }>('broadcast.sent');
