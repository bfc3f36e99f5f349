/** What a letter says of a question: all of it, with what was said about it. */
import type { Locale, NotificationKind, QuestionState, QuestionStep } from '@hub/contracts';
import type { Part } from '../mail/letter.js';
import type { Words } from '../mail/words.js';

export interface LetterQuestion {
  kind: Extract<NotificationKind, `question_${string}` | 'answer_accepted'>;
  title: string;
  body: string;
  /** In English; empty where there is none. */
  summary: string;
  state: QuestionState;
  asker: string;
  network: string;
  partnership: string | null;
  answerBy: string | null;
  part: 'own' | 'second' | 'router';
  said: string | null;
  saidBy: string | null;
  didBy: string | null;
  /** What they did. */
  step: QuestionStep | null;
  why: string;
}

interface Reading {
  words: Words;
  locale: Locale;
}

export function subjectOf(question: LetterQuestion, { words, locale }: Reading): string {
  const { kind, title, saidBy } = question;
  const name = saidBy ?? words('mail.somebody');
  const turn = turnOf(question);
  if (turn !== null) return words(`mail.${turn}.subject`, { title });
  return words(`mail.${kind}.subject`, { title, name, date: dayIn(locale, question.answerBy) });
}

export function partsOf(question: LetterQuestion, page: string, { words, locale }: Reading): Part[] {
  const { kind, body, summary, asker: name, network, partnership, answerBy, said, saidBy } = question;
  const parts: Part[] = [];
  const add = (text: string) => parts.push({ text });
  const opening = openingOf(question, words);
  if (opening !== '') add(opening);
  if (question.why !== '' && question.didBy !== null)
    parts.push({ text: words('mail.question.says', { name: question.didBy }) }, { quoted: question.why });
  if (said !== null) {
    add(words('mail.question.says', { name: saidBy ?? words('mail.somebody') }));
    parts.push({ quoted: said });
  }
  if (kind === 'question_answered' && question.state !== 'closed') add(words('mail.question_answered.text'));
  add(
    partnership === null
      ? words('mail.question.asked_alone', { name, network })
      : words('mail.question.asked', { name, network, partnership }),
  );
  if (summary !== '') add(words('mail.question.summary', { summary }));
  parts.push({ quoted: body });
  if (answerBy !== null && runs.has(kind)) add(words('mail.question.answer_by', { date: dayIn(locale, answerBy) }));
  return [...parts, { link: words('mail.question.link'), address: page }];
}

/** Of these the reader wants to know by when. */
const runs = new Set<NotificationKind>(['question_routed', 'question_followed']);

/** It came to an end without an answer, or goes on after one. */
function turnOf({ kind, state, step }: LetterQuestion): 'question_closed' | 'question_reopened' | null {
  if (kind !== 'question_answered' && kind !== 'question_followed') return null;
  if (state === 'closed') return 'question_closed';
  return kind === 'question_followed' && step === 'reopened' ? 'question_reopened' : null;
}

/** What has happened, and what is asked of the reader. */
function openingOf(question: LetterQuestion, words: Words): string {
  const { kind, part, didBy } = question;
  const name = didBy ?? words('mail.somebody');
  const turn = turnOf(question);
  if (turn !== null) return words(`mail.${turn}.text`, { name });
  switch (kind) {
    case 'question_routed':
      return didBy === null ? words('mail.question_routed.by_rules') : words('mail.question_routed.text', { name });
    case 'question_late':
      return words(`mail.question_late.${part}`);
    case 'answer_accepted':
      return words('mail.answer_accepted.text', { name });
    case 'question_followed':
    case 'question_answered':
      return '';
    default:
      return words(`mail.${kind}.text`);
  }
}

export function dayIn(locale: Locale, on: string | null): string {
  if (on === null) return '';
  const tag = locale === 'en' ? 'en-GB' : 'sv-SE';
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(on));
}
