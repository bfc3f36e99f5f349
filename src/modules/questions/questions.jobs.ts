/** What changes of questions promise to others; handled where people are told. */
import { Id } from '@hub/contracts';
import { job } from '@hub/queue';
import { z } from 'zod';

/** The step with this number was taken: whom it concerns is to be told. */
export const questionChanged = job('question.changed', { payload: z.object({ questionId: Id, number: z.int() }) });
