/** Knowledge notes: accepted answers, edited so that the next network finds them; each keeps its address for ever. */
import { z } from 'zod';
import { FieldDate } from './field-date.js';
import { Id, Instant, Language, PersonRef, PlainDate, Role, Slug, Text } from './model.js';
import { QuestionState, Sources, Tag } from './questions.js';

const title = Text.pipe(z.string().trim().min(5).max(200));
const body = Text.pipe(z.string().trim().min(1).max(20_000));
export const NoteNumber = z.coerce.number().int().min(1).max(1_000_000_000);

export const NoteDraft = z.object({
  title,
  body,
  language: Language,
  sources: Sources,
  tagIds: z.array(Id).max(5),
  /** When its author looks at it again. */
  reviewOn: FieldDate,
});

/** What a note of an answer begins with. */
export const NoteBeginning = z
  .object({
    network: z.object({ slug: Slug, name: z.string() }),
    question: z.object({ id: Id, title: z.string() }),
    body: z.string(),
    language: Language,
    sources: Sources,
    tagIds: z.array(Id),
    /** Where one was made of it already. */
    noteNumber: z.int().nullable(),
  })
  .meta({ id: 'NoteBeginning' });

/** A note in a list. */
export const NoteCard = z
  .object({
    number: z.int(),
    title: z.string(),
    language: Language,
    /** Its start as plain text; in a search, what was found. */
    excerpt: z.string(),
    author: PersonRef,
    role: Role.nullable(),
    network: z.object({ slug: Slug, name: z.string() }),
    themeSlug: z.string(),
    tags: z.array(Tag),
    publishedAt: Instant,
    version: z.int(),
    reviewOn: PlainDate,
    withdrawn: z.boolean(),
  })
  .meta({ id: 'NoteCard' });

export const NotePage = NoteCard.extend({
  body: z.string(),
  sources: Sources,
  /** The question that it answers; null where the reader may not see it. */
  question: z.object({ id: Id, title: z.string() }).nullable(),
  answerId: Id.nullable(),
  /** Oldest first; `version` in the address shows that one. */
  versions: z.array(z.object({ version: z.int(), at: Instant, by: PersonRef, note: z.string() })),
  /** The newest version. */
  latest: z.int(),
  withdrawnReason: z.string(),
  may: z.object({ revise: z.boolean() }),
}).meta({ id: 'NotePage' });

export const NoteList = z
  .object({
    notes: z.array(NoteCard),
    total: z.int(),
    more: z.boolean(),
    /** How many there are by theme and by tag; only with the start of the whole list. */
    shelves: z
      .object({
        themes: z.array(
          z.object({ slug: z.string(), names: z.object({ en: z.string(), sv: z.string() }), notes: z.int() }),
        ),
        tags: z.array(Tag.extend({ notes: z.int() })),
      })
      .nullable(),
  })
  .meta({ id: 'NoteList' });

export type NoteBeginning = z.infer<typeof NoteBeginning>;
/** A question or a note that may already hold the answer. */
export const Similar = z
  .object({
    of: z.enum(['question', 'note']),
    /** The question's id, or the note's number. */
    key: z.string(),
    title: z.string(),
    language: Language,
    /** The start of what it says, as plain text. */
    excerpt: z.string(),
    networkName: z.string(),
    state: QuestionState.nullable(),
    answers: z.int(),
  })
  .meta({ id: 'Similar' });

export type NoteDraft = z.infer<typeof NoteDraft>;
export type NoteCard = z.infer<typeof NoteCard>;
export type NotePage = z.infer<typeof NotePage>;
export type NoteList = z.infer<typeof NoteList>;
export type Similar = z.infer<typeof Similar>;
