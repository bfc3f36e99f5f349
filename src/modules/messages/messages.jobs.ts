/** What a message promises to others; handled where people are told. */
import { job } from '@hub/queue';

export const messageMentioned = job<{ messageId: string }>('message.mentioned');
