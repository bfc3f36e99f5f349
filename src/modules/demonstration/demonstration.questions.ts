/** The questions of the demonstration as the server would have left them: each step makes of it what it is now. */
import { targetOf } from '../questions/target.policy.js';
import { daysAgo, timeAgo } from './demonstration.calendar.js';
import type { Data } from './demonstration.data.js';
import type { Spoken } from './demonstration.happenings.js';
import { personOf, type Persona } from './demonstration.people.js';
import { idOf } from './demonstration.rows.js';

export interface Context {
  data: Data;
  people: Map<string, Persona>;
  now: Date;
}

/** With the messages that questions and answers come from. */
interface Asking extends Context {
  messages: readonly Spoken[];
}

export type Written = Data['questions']['questions'][number];
export type Step = Written['steps'][number];

/** A step with who it is of, at its moment. */
export interface Happened {
  number: number;
  at: Date;
  do: Step['do'] | 'asked';
  by: Persona | null;
  to: Persona | null;
  step: Step | null;
}

export interface Asked {
  id: string;
  message: Spoken | null;
  written: Written;
  asker: Persona;
  sharers: Persona[];
  steps: Happened[];
  answers: { id: string; author: Persona; step: Step; message: Spoken | null; at: Date; acceptedAt: Date | null }[];
  note: { id: string; author: Persona; step: Step; answerId: string; at: Date; reviewOn: string } | null;
  state: 'open' | 'routed' | 'answered' | 'accepted' | 'closed';
  responsible: Persona | null;
  routing: number;
  routedAt: Date | null;
  second: Persona | null;
  paused: boolean;
  targetAt: Date | null;
}

/** What a network begins with. */
export const responseDays = 5;

/** When an answer is due so many working days after it was asked; the worker knows the holidays, too. */
export function dueAfter(at: Date, responsible: Persona, days: number): Date | null {
  return targetOf(at, days, { timeZone: String(responsible.row['time_zone']), isHoliday: () => false });
}

export function asked(context: Asking): Asked[] {
  return context.data.questions.questions.map((one) => askedOne(one, context));
}

function askedOne(written: Written, { people, now, messages }: Asking): Asked {
  const who = (key: string | undefined) => (key === undefined ? null : personOf(people, key));
  const asker = personOf(people, written.by);
  const askedAt = timeAgo(now, written.at);
  const message = (label: string | undefined) => (label === undefined ? null : labelled(messages, written, label));
  const result: Asked = {
    id: idOf('question', written.key),
    message: message(written.message),
    written,
    asker,
    sharers: written.shares.map(({ by }) => personOf(people, by)),
    steps: [{ number: 1, at: askedAt, do: 'asked', by: asker, to: null, step: null }],
    answers: [],
    note: null,
    state: 'open',
    responsible: null,
    routing: 0,
    routedAt: null,
    second: null,
    paused: false,
    targetAt: null,
  };
  for (const [index, step] of written.steps.entries()) {
    const at = timeAgo(now, step.at);
    const happened = { number: index + 2, at, do: step.do, by: who(step.by), to: who(step.to), step };
    result.steps.push(happened);
    apply(result, happened, { step, message: message(step.message), now });
  }
  const { state, responsible, paused } = result;
  if (state === 'routed' && responsible && !paused) result.targetAt = dueAfter(askedAt, responsible, responseDays);
  return result;
}

function labelled(messages: readonly Spoken[], { network, key }: Written, label: string): Spoken {
  const found = messages.find((one) => one.label === label && one.channel.network === network);
  if (!found) throw new Error(`${key}: no message of ${network} is labelled ${label}.`);
  return found;
}

interface Done {
  step: Step;
  message: Spoken | null;
  now: Date;
}

function apply(asked: Asked, { at, by, to }: Happened, { step, message, now }: Done): void {
  const answer = asked.answers[step.answer - 1];
  switch (step.do) {
    case 'assigned':
    case 'passed_on':
    case 'declined':
      Object.assign(asked, {
        state: to ? 'routed' : 'open',
        responsible: to,
        routedAt: to && at,
        routing: asked.routing + 1,
        second: null,
      });
      break;
    case 'second_asked':
      asked.second = to;
      break;
    case 'asked_back':
      asked.paused = true;
      break;
    case 'answered':
      asked.state = 'answered';
      if (by) asked.answers.push({ id: answerId(asked), author: by, step, message, at, acceptedAt: null });
      break;
    case 'accepted':
      asked.state = 'accepted';
      if (answer) answer.acceptedAt = at;
      break;
    case 'published':
      if (answer)
        asked.note = {
          id: idOf('knowledge-note', asked.written.key),
          author: answer.author,
          step,
          answerId: answer.id,
          at,
          reviewOn: daysAgo(now, -step.reviewInDays),
        };
      break;
    case 'closed':
      asked.state = 'closed';
      break;
    case 'endorsed':
  }
}

const answerId = ({ written, answers }: Asked) => idOf('answer', `${written.key}/${answers.length + 1}`);
