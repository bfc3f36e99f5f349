/** Routes about questions, their answers, who answers, and the knowledge that comes of it. */
import { z } from 'zod';
import { nothing, type Contract } from './contract.js';
import { FieldDate } from './field-date.js';
import { NoteBeginning, NoteDraft, NoteList, NoteNumber, NotePage, Similar } from './knowledge.js';
import { Id, Language, Slug, Text } from './model.js';
import {
  AwayPeriod,
  Expectation,
  QuestionForm,
  QuestionQueue,
  QuestionRule,
  QuestionRules,
} from './question-routing.js';
import {
  AskQuestion,
  ChangeQuestion,
  ClosedAs,
  MessageOrigin,
  questionBody,
  QuestionInbox,
  QuestionList,
  QuestionPage,
  questionReason,
  QuestionState,
  Sources,
  Tag,
} from './questions.js';

const questionId = Id;
const answerId = Id;
const words = Text.pipe(z.string().trim().max(200)).optional();

export const questionsRoutes = {
  'question.list': {
    summary: "A network's questions that the reader may see, the latest first; with `words`, the best match first",
    input: z.object({
      networkSlug: Slug,
      state: z.enum(['waiting', ...QuestionState.options]).optional(),
      tagId: Id.optional(),
      partnershipSlug: Slug.optional(),
      words,
      after: Id.optional(),
    }),
    output: QuestionList,
  },
  'question.inbox': {
    summary: 'What waits for an answer of the reader, in all networks, and what the reader follows',
    input: nothing,
    output: QuestionInbox,
  },
  'question.queue': {
    summary: 'The queue of whoever routes the questions of a network',
    input: z.object({ networkSlug: Slug }),
    output: QuestionQueue,
  },
  'question.read': {
    summary: 'A question with its answers and its history',
    input: z.object({ questionId }),
    output: QuestionPage,
  },
  'question.form': {
    summary: 'What must be known to ask in a network',
    input: z.object({ networkSlug: Slug }),
    output: QuestionForm,
  },
  'question.expect': {
    summary: 'To whom a question would go, and by when an answer could be expected',
    input: z.object({ networkSlug: Slug, tagIds: z.array(Id).max(5) }),
    output: Expectation,
  },
  'question.similar': {
    summary: 'Questions and notes like what is being written, the likeliest first, at most 6',
    input: z.object({ text: Text.pipe(z.string().trim().max(2_000)), language: Language, exceptId: Id.optional() }),
    output: z.array(Similar),
  },
  'question.ask': { summary: 'Ask a question; once for its id', input: AskQuestion, output: nothing },
  'question.change': { summary: 'Change what a question says', input: ChangeQuestion, output: nothing },
  'question.assign': {
    summary: 'Give a question to somebody: by whoever routes, or passed on by whoever is answerable, who says why',
    input: z.object({
      questionId,
      personId: Id,
      reason: questionReason.optional(),
      /** Who is answerable as far as the sender knows, null for nobody: somebody else by now is a conflict. */
      insteadOf: Id.nullable().optional(),
    }),
    output: nothing,
  },
  'question.take': {
    summary: 'Become answerable for a question that nobody is answerable for, or whose target has passed',
    input: z.object({ questionId }),
    output: nothing,
  },
  'question.decline': {
    summary: 'Give a question back to the queue, and say why',
    input: z.object({ questionId, reason: questionReason }),
    output: nothing,
  },
  'question.remark': {
    summary: 'Say something that is no answer; `asksBack` waits for the asker. Once for its id',
    input: z.object({ questionId, id: Id, body: questionBody, asksBack: z.boolean() }),
    output: nothing,
  },
  'question.close': {
    summary: 'Close a question without an accepted answer',
    input: z.object({
      questionId,
      as: ClosedAs,
      reason: Text.pipe(z.string().trim().max(500)),
      /** Of `duplicate` alone. */
      duplicateOf: Id.nullable(),
    }),
    output: nothing,
  },
  'question.reopen': {
    summary: 'Open what was closed or accepted once more',
    input: z.object({ questionId, reason: questionReason }),
    output: nothing,
  },
  'question.share': {
    summary: 'Say on behalf of a partnership that it has this question too, or take it back',
    input: z.object({ questionId, partnershipSlug: Slug, shared: z.boolean() }),
    output: nothing,
  },
  'question.origins': {
    summary:
      'Which questions and answers came from these messages, or from those of a topic; those that the reader may not see are left out',
    input: z.object({ messageIds: z.string().max(4_000).optional(), topicId: Id.optional() }),
    output: z.array(MessageOrigin),
  },
  'answer.post': {
    summary: 'Answer a question; once for its id',
    input: z.object({
      questionId,
      id: Id,
      body: questionBody,
      language: Language,
      sources: Sources,
      messageId: Id.nullable(),
    }),
    output: nothing,
  },
  'answer.edit': {
    summary: "Change one's answer",
    input: z.object({ answerId, baseVersion: z.int().min(1), body: questionBody, sources: Sources }),
    output: nothing,
  },
  'answer.accept': {
    summary: 'Say that an answer helped, or take it back',
    input: z.object({ answerId, accepted: z.boolean() }),
    output: nothing,
  },
  'answer.endorse': {
    summary: 'Stand by the answer of somebody else, or take it back',
    input: z.object({ answerId, endorsed: z.boolean() }),
    output: nothing,
  },
  'question.rules': {
    summary: 'To whom the questions of a network go, and how long an answer takes',
    input: z.object({ networkSlug: Slug }),
    output: QuestionRules,
  },
  'question.setRules': {
    summary: 'Set to whom the questions of a network go, and how long an answer takes',
    input: z.object({
      networkSlug: Slug,
      rules: z.array(QuestionRule).max(50),
      responseDays: z.int().min(1).max(60),
    }),
    output: nothing,
  },
  'tag.add': {
    summary: "Another tag, of the network's theme; once for its id",
    input: z.object({
      networkSlug: Slug,
      id: Id,
      names: z.object({
        en: Text.pipe(z.string().trim().min(2).max(60)),
        sv: Text.pipe(z.string().trim().min(2).max(60)),
      }),
    }),
    output: Tag,
  },
  'away.list': { summary: "The reader's own days away, from today on", input: nothing, output: z.array(AwayPeriod) },
  'away.add': {
    summary: 'Days away; once for its id. What waits for the reader then goes to whoever stands in',
    input: z.object({ id: Id, fromOn: FieldDate, untilOn: FieldDate, standInId: Id.nullable() }),
    output: nothing,
  },
  'away.remove': { summary: 'Be there after all', input: z.object({ awayId: Id }), output: nothing },
  'note.list': {
    summary: 'Knowledge notes of all networks by theme and tag, the latest first; with `words`, the best match first',
    input: z.object({
      themeSlug: Slug.optional(),
      tagId: Id.optional(),
      words,
      after: NoteNumber.optional(),
    }),
    output: NoteList,
  },
  'note.read': {
    summary: 'A knowledge note, or an earlier version of it',
    input: z.object({ number: NoteNumber, version: z.coerce.number().int().min(1).max(1_000_000_000).optional() }),
    output: NotePage,
  },
  'note.begin': {
    summary: 'What a knowledge note of an accepted answer begins with',
    input: z.object({ answerId }),
    output: NoteBeginning,
  },
  'note.publish': {
    summary: 'Make a knowledge note of an accepted answer; once for an answer',
    input: NoteDraft.extend({ answerId }),
    output: z.object({ number: z.int() }),
  },
  'note.revise': {
    summary: 'A new version of a note, and what was changed',
    input: NoteDraft.extend({
      number: NoteNumber,
      baseVersion: z.int().min(1),
      note: Text.pipe(z.string().trim().min(1).max(300)),
    }),
    output: nothing,
  },
  'note.review': {
    summary: 'Say that a note still holds, and when it is looked at again',
    input: z.object({ number: NoteNumber, reviewOn: FieldDate }),
    output: nothing,
  },
  'note.withdraw': {
    summary: 'Withdraw a note: its address stays and says why',
    input: z.object({ number: NoteNumber, reason: questionReason }),
    output: nothing,
  },
} satisfies Record<string, Contract>;
