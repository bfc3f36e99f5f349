/** What a person asked, answered and did about questions, in the copy of their own data. */
import { z } from 'zod';
import { Id, Instant, PlainDate } from './model.js';

const question = { questionId: Id, question: z.string(), network: z.string() };

export const ownQuestions = {
  questions: z.array(
    z.object({
      id: Id,
      network: z.string(),
      partnership: z.string().nullable(),
      askedAt: Instant,
      title: z.string(),
      text: z.string(),
      language: z.string(),
      summary: z.string(),
      visibility: z.string(),
      state: z.string(),
      earlierVersions: z.array(z.object({ title: z.string(), text: z.string(), until: Instant })),
    }),
  ),
  answers: z.array(
    z.object({
      id: Id,
      ...question,
      at: Instant,
      role: z.string().nullable(),
      text: z.string(),
      language: z.string(),
      sources: z.unknown(),
      acceptedAt: Instant.nullable(),
      earlierVersions: z.array(z.object({ text: z.string(), sources: z.unknown(), until: Instant })),
    }),
  ),
  questionRemarks: z.array(z.object({ id: Id, ...question, at: Instant, text: z.string(), asksBack: z.boolean() })),
  /** What they did about questions, and what was given to them. */
  questionSteps: z.array(
    z.object({ ...question, at: Instant, byThemselves: z.boolean(), step: z.string(), reason: z.string() }),
  ),
  endorsements: z.array(z.object({ answerId: Id, ...question, at: Instant })),
  /** Questions of others that they said their partnership has too. */
  questionShares: z.array(z.object({ ...question, partnership: z.string(), at: Instant })),
  /** Their notes, and others' that they wrote a version of. */
  knowledgeNotes: z.array(
    z.object({
      number: z.int(),
      network: z.string(),
      title: z.string(),
      text: z.string(),
      language: z.string(),
      sources: z.unknown(),
      publishedAt: Instant,
      reviewOn: PlainDate,
      withdrawnReason: z.string(),
      versions: z.array(
        z.object({ version: z.int(), title: z.string(), text: z.string(), note: z.string(), at: Instant }),
      ),
    }),
  ),
  awayPeriods: z.array(z.object({ from: PlainDate, until: PlainDate })),
};
