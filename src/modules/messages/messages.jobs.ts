/** What messages promise to others; handled where people are told. */
import { job } from '@hub/queue';

export const messageMentioned = job<{ messageId: string }>('message.mentioned');
export const messageReported = job<{ reportId: string }>('message.reported');
