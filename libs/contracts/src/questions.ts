/** Questions: somebody is answerable for the answer, by a day that everybody sees, and everybody may say what they know. */
import { z } from 'zod';
import { Id, Instant, Language, PersonRef, PlainDate, Role, Slug, Text, TimeZone } from './model.js';
import { Names } from './timeline.js';

/** The network; the partnership that asks, its coordinator at ICLD and the research advisors; or all networks. */
export const QuestionVisibility = z.enum(['network', 'partnership', 'all_networks']);
/** `open`: nobody is answerable yet. `answered`: somebody said something, the asker has not said that it helped. */
export const QuestionState = z.enum(['open', 'routed', 'answered', 'accepted', 'closed']);
export const ClosedAs = z.enum(['duplicate', 'withdrawn', 'no_answer']);

const title = Text.pipe(z.string().trim().min(5).max(200));
const body = Text.pipe(z.string().trim().min(1).max(10_000));
const reason = Text.pipe(z.string().trim().min(1).max(500));
/** A summary in English of what is asked in another language, written by a person; empty where there is none. */
const summary = Text.pipe(z.string().trim().max(1_000));

/** What is asked about: a word of the hub's own list, of one theme or of all. */
export const Tag = z
  .object({ id: Id, slug: Slug, names: z.object({ en: z.string(), sv: z.string() }), themeSlug: z.string().nullable() })
  .meta({ id: 'Tag' });

/** Where something is written down: a page, a document, a law. */
export const AnswerSource = z.object({
  title: Text.pipe(z.string().trim().min(1).max(300)),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .nullable(),
});
export const Sources = z.array(AnswerSource).max(10);

export const AskQuestion = z
  .object({
    /** Made by the client: the same question asked once more is one. */
    id: Id,
    networkSlug: Slug,
    /** On whose behalf; null for those who hold a role in the network and in no partnership. */
    partnershipSlug: Slug.nullable(),
    title,
    body,
    language: Language,
    summary,
    tagIds: z.array(Id).max(5),
    visibility: QuestionVisibility,
    /** The message that it was first said in. */
    messageId: Id.nullable(),
  })
  .meta({ id: 'AskQuestion' });

export const ChangeQuestion = z
  .object({
    questionId: Id,
    /** What was changed must be what is there. */
    baseVersion: z.int().min(1),
    title: title.optional(),
    body: body.optional(),
    language: Language.optional(),
    summary: summary.optional(),
    tagIds: z.array(Id).max(5).optional(),
    visibility: QuestionVisibility.optional(),
  })
  .meta({ id: 'ChangeQuestion' });

const Place = z.object({ slug: Slug, name: z.string() });

/** The message that something was first said in, and where it stands. */
const FirstSaid = z.object({ id: Id, topicId: Id });

/** By when an answer is due, in the calendar of whoever is answerable for it. */
export const Target = z.object({
  /** The end of the last of the working days: null while the asker is asked back, since nothing runs then. */
  at: Instant.nullable(),
  /** The same day on the wall of whoever is answerable. */
  on: PlainDate.nullable(),
  timeZone: TimeZone,
  late: z.boolean(),
});

/** A question in a list. */
export const QuestionCard = z
  .object({
    id: Id,
    title: z.string(),
    language: Language,
    /** In English, of a person; empty where there is none. */
    summary: z.string(),
    state: QuestionState,
    visibility: QuestionVisibility,
    network: Place,
    partnership: Place.nullable(),
    askedBy: PersonRef,
    askedAt: Instant,
    tags: z.array(Tag),
    responsible: PersonRef.nullable(),
    /** Since when somebody waits for an answer: null once there is one. */
    waitingSince: Instant.nullable(),
    target: Target.nullable(),
    answers: z.int(),
    accepted: z.boolean(),
    /** How many other partnerships have it too. */
    shared: z.int(),
  })
  .meta({ id: 'QuestionCard' });

/** What somebody with ten minutes must know to answer well. */
export const QuestionContext = z.object({
  countries: z.array(z.string()),
  /** In which month of the network's years the partnership is, from 1. */
  month: z.int(),
  /** The milestone that is next for them. */
  next: z.object({ id: Id, names: Names, on: PlainDate }).nullable(),
  /** What the same partnership asked before, newest first, at most 5. */
  earlier: z.array(z.object({ id: Id, title: z.string(), state: QuestionState })),
});

/** Something waiting for the reader, with its context. */
export const WaitingQuestion = QuestionCard.extend({
  context: QuestionContext,
  /** The first lines of the question as plain text. */
  excerpt: z.string(),
}).meta({ id: 'WaitingQuestion' });

/** Oldest waiting first. */
export const QuestionInbox = z
  .object({
    waiting: z.array(WaitingQuestion),
    /** Asked back: the asker is to answer first. */
    askedBack: z.array(QuestionCard),
    /** Open ones that the reader may take. */
    open: z.array(QuestionCard),
    /** That the reader asked, answered or has too, and that are not closed. */
    followed: z.array(QuestionCard),
  })
  .meta({ id: 'QuestionInbox' });

export const Answer = z
  .object({
    id: Id,
    author: PersonRef,
    /** The author's role when it was written. */
    role: Role.nullable(),
    body: z.string(),
    language: Language,
    sources: Sources,
    at: Instant,
    version: z.int(),
    editedAt: Instant.nullable(),
    /** By the asker, who says that it helped. */
    acceptedAt: Instant.nullable(),
    /** By those who advise the network. */
    endorsedBy: z.array(z.object({ person: PersonRef, role: Role.nullable(), at: Instant })),
    /** Null where there is none, or the reader may not read it. */
    message: FirstSaid.nullable(),
    /** The knowledge note that was made of it. */
    noteNumber: z.int().nullable(),
    may: z.object({ edit: z.boolean(), accept: z.boolean(), endorse: z.boolean(), publish: z.boolean() }),
  })
  .meta({ id: 'Answer' });

/** What is said about a question that is no answer: asking back, the asker's reply, a follow-up. */
export const Remark = z
  .object({ id: Id, author: PersonRef, body: z.string(), at: Instant, asksBack: z.boolean() })
  .meta({ id: 'Remark' });

export const QuestionStep = z.enum([
  'asked',
  'edited',
  'assigned',
  'taken',
  'passed_on',
  'declined',
  'rerouted',
  'second_asked',
  'asked_back',
  'replied',
  'answered',
  'answer_edited',
  'accepted',
  'unaccepted',
  'endorsed',
  'closed',
  'reopened',
  'published',
]);

/** What happened, oldest first. */
export const QuestionHappening = z
  .object({
    at: Instant,
    step: QuestionStep,
    /** Null: the network's rules. */
    by: PersonRef.nullable(),
    /** To whom it was given. */
    to: PersonRef.nullable(),
    reason: z.string(),
    /** What it said before it was edited. */
    before: z.object({ title: z.string(), body: z.string() }).nullable(),
  })
  .meta({ id: 'QuestionHappening' });

export const QuestionPage = QuestionCard.extend({
  body: z.string(),
  version: z.int(),
  editedAt: Instant.nullable(),
  /** Null where there is none, or the reader may not read it. */
  message: FirstSaid.nullable(),
  context: QuestionContext,
  closed: z
    .object({
      as: ClosedAs,
      by: PersonRef,
      at: Instant,
      reason: z.string(),
      /** Null also where the reader may not see it. */
      duplicateOf: z.object({ id: Id, title: z.string() }).nullable(),
    })
    .nullable(),
  /** The asker is asked back since then. */
  pausedSince: Instant.nullable(),
  allAnswers: z.array(Answer),
  remarks: z.array(Remark),
  /** Partnerships that have it too. */
  alsoOf: z.array(Place),
  happenings: z.array(QuestionHappening),
  /** On whose behalf the reader may say that they have it too. */
  mine: z.array(Place.extend({ joined: z.boolean() })),
  may: z.object({
    /** What it says. */
    edit: z.boolean(),
    /** Its tags and its summary. */
    describe: z.boolean(),
    assign: z.boolean(),
    take: z.boolean(),
    passOn: z.boolean(),
    decline: z.boolean(),
    askBack: z.boolean(),
    remark: z.boolean(),
    answer: z.boolean(),
    close: z.array(ClosedAs),
    reopen: z.boolean(),
  }),
}).meta({ id: 'QuestionPage' });

export const QuestionList = z
  .object({
    questions: z.array(QuestionCard),
    /** How many there are in all. */
    total: z.int(),
    more: z.boolean(),
  })
  .meta({ id: 'QuestionList' });

/** A message that a question or an answer came from. */
export const MessageOrigin = z
  .object({
    messageId: Id,
    of: z.enum(['question', 'answer']),
    questionId: Id,
    title: z.string(),
    state: QuestionState,
  })
  .meta({ id: 'MessageOrigin' });

export const questionReason = reason;
export const questionBody = body;

export type QuestionVisibility = z.infer<typeof QuestionVisibility>;
export type QuestionState = z.infer<typeof QuestionState>;
export type ClosedAs = z.infer<typeof ClosedAs>;
export type Tag = z.infer<typeof Tag>;
export type AnswerSource = z.infer<typeof AnswerSource>;
export type Target = z.infer<typeof Target>;
export type QuestionCard = z.infer<typeof QuestionCard>;
export type QuestionContext = z.infer<typeof QuestionContext>;
export type WaitingQuestion = z.infer<typeof WaitingQuestion>;
export type QuestionInbox = z.infer<typeof QuestionInbox>;
export type Answer = z.infer<typeof Answer>;
export type Remark = z.infer<typeof Remark>;
export type QuestionStep = z.infer<typeof QuestionStep>;
export type QuestionHappening = z.infer<typeof QuestionHappening>;
export type QuestionPage = z.infer<typeof QuestionPage>;
export type QuestionList = z.infer<typeof QuestionList>;
export type MessageOrigin = z.infer<typeof MessageOrigin>;
