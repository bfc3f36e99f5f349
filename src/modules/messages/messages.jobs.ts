/** What messages promise to others; handled where people are told. */
import { Id } from '@hub/contracts';
import { job } from '@hub/queue';
import { z } from 'zod';

export const messageMentioned = job('message.mentioned', { payload: z.object({ messageId: Id }) });
export const messageReported = job('message.reported', { payload: z.object({ reportId: Id }) });
