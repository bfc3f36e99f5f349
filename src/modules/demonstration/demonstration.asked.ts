/** How the questions of the demonstration are written down in `data/questions.json`. */
import { ClosedAs, Language, QuestionStep, QuestionVisibility, Slug, Sources } from '@hub/contracts';
import { z } from 'zod';

/** Days before the day of loading, and a time in UTC. */
export const Ago = z.string().regex(/^-\d+d \d\d:\d\d$/);

const Step = z.strictObject({
  at: Ago,
  do: QuestionStep.extract([
    'assigned',
    'passed_on',
    'declined',
    'asked_back',
    'answered',
    'accepted',
    'endorsed',
    'published',
    'second_asked',
    'closed',
  ]),
  /** Nobody: the network's rules. */
  by: z.string().optional(),
  to: z.string().optional(),
  reason: z.string().default(''),
  /** The label of the message that an answer was made of. */
  message: z.string().optional(),
  /** Of an answer, or of what is asked back. */
  text: z.string().default(''),
  language: Language.default('en'),
  sources: Sources.default([]),
  /** Which of its answers it is about, from 1. */
  answer: z.int().default(1),
  as: ClosedAs.default('duplicate'),
  of: z.string().optional(),
  /** Of the note that was made of the answer, and when it is to be looked at again. */
  title: z.string().default(''),
  reviewInDays: z.int().default(180),
});

/** What was asked and what became of it, counted from the day of loading and in UTC; who answers what; and who is away. */
export const Questions = z.strictObject({
  tags: z.array(
    z.strictObject({ slug: Slug, theme: Slug.nullable(), names: z.strictObject({ en: z.string(), sv: z.string() }) }),
  ),
  rules: z.array(
    z.strictObject({ network: Slug, tag: Slug.nullable(), person: z.string(), second: z.string().nullable() }),
  ),
  away: z.array(
    z.strictObject({ person: z.string(), fromInDays: z.int(), untilInDays: z.int(), standIn: z.string().nullable() }),
  ),
  questions: z.array(
    z.strictObject({
      key: z.string(),
      network: Slug,
      partnership: Slug.nullable().default(null),
      by: z.string(),
      at: Ago,
      title: z.string(),
      body: z.string(),
      language: Language,
      summary: z.string(),
      /** The label of the message that it is about. */
      message: z.string().optional(),
      tags: z.array(Slug).min(1),
      visibility: QuestionVisibility,
      shares: z.array(z.strictObject({ by: z.string(), at: Ago })),
      steps: z.array(Step),
    }),
  ),
});
