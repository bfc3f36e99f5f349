/** Who answers a network's questions, and by when. */
import { z } from 'zod';
import { Id, PersonRef, PlainDate, Role, Slug, TimeZone } from './model.js';
import { QuestionCard, Tag, Target, WaitingQuestion } from './questions.js';

const Place = z.object({ slug: Slug, name: z.string() });

/** Somebody to whom questions of the network may be given. */
export const Answerer = PersonRef.extend({
  role: Role,
  timeZone: TimeZone,
  /** How many wait for them. */
  waiting: z.int(),
  /** The last day away, where they are away today. */
  awayUntil: PlainDate.nullable(),
}).meta({ id: 'Answerer' });

/** The coordinator's queue: what nobody is answerable for, what is late, what is under way; each oldest first. */
export const QuestionQueue = z
  .object({
    open: z.array(WaitingQuestion),
    late: z.array(WaitingQuestion),
    routed: z.array(QuestionCard),
    /** To whom they may be given. */
    answerers: z.array(Answerer),
  })
  .meta({ id: 'QuestionQueue' });

/** Questions with this tag go to this person, and after the target to the second; the rule without a tag takes the rest. */
export const QuestionRule = z
  .object({ tagId: Id.nullable(), personId: Id, secondId: Id.nullable() })
  .meta({ id: 'QuestionRule' });

export const QuestionRules = z
  .object({
    rules: z.array(QuestionRule),
    tags: z.array(Tag),
    answerers: z.array(Answerer),
    /** Working days from the question to its answer. */
    responseDays: z.int(),
  })
  .meta({ id: 'QuestionRules' });

/** What the form to ask must know. */
export const QuestionForm = z
  .object({
    tags: z.array(Tag),
    /** On whose behalf the reader may ask. */
    partnerships: z.array(Place),
    /** May be asked on nobody's behalf. */
    alone: z.boolean(),
    responseDays: z.int(),
  })
  .meta({ id: 'QuestionForm' });

/** To whom a question would go, and by when an answer could be expected. */
export const Expectation = z
  .object({ responsible: PersonRef.extend({ role: Role }).nullable(), target: Target })
  .meta({ id: 'Expectation' });

/** Somebody does not answer in these days; what is theirs goes to the one who stands in, or back to the queue. */
export const AwayPeriod = z
  .object({ id: Id, fromOn: PlainDate, untilOn: PlainDate, standIn: PersonRef.nullable() })
  .meta({ id: 'AwayPeriod' });

export type Answerer = z.infer<typeof Answerer>;
export type QuestionQueue = z.infer<typeof QuestionQueue>;
export type QuestionRule = z.infer<typeof QuestionRule>;
export type QuestionRules = z.infer<typeof QuestionRules>;
export type QuestionForm = z.infer<typeof QuestionForm>;
export type Expectation = z.infer<typeof Expectation>;
export type AwayPeriod = z.infer<typeof AwayPeriod>;
