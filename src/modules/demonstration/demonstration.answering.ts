/** What the people offered at sign-in were told of questions: what is theirs to answer or to give, what was answered, what is late. */
import type { NotificationKind } from '@hub/contracts';
import type { UpdateNotice } from './demonstration.asking.js';
import { daysAgo } from './demonstration.calendar.js';
import type { Persona } from './demonstration.people.js';
import { dueAfter, responseDays, type Asked, type Happened } from './demonstration.questions.js';
import type { Reader } from './demonstration.reading.js';
import { idOf, type Row } from './demonstration.rows.js';

/** What is older was seen to long ago. */
const toldDays = 30;

interface Told {
  kind: NotificationKind;
  at: Date;
  person: Persona;
  about: { question_id: string | null; note_id: string | null };
  key: string;
}

export function questionNoticeTables(
  readers: readonly Reader[],
  all: readonly Asked[],
  now: Date,
): [table: string, rows: Row[]][] {
  const notices = readers.flatMap((reader) => questionNotices(reader, all, now));
  return [
    ['notifications', notices.map(({ row }) => row)],
    ['deliveries', notices.map(({ delivery }) => delivery)],
  ];
}

/** One for each kind and question: what came after another stands in its place. */
export function questionNotices(reader: Reader, all: readonly Asked[], now: Date): UpdateNotice[] {
  const since = Date.parse(daysAgo(now, toldDays));
  const told = all
    .flatMap((one) => toldOf(one, reader.person, now))
    .filter(({ person, at }) => person === reader.person && at.getTime() >= since);
  const folded = new Map<string, Told[]>();
  for (const one of told) {
    const fold = `${one.kind}/${one.about.question_id ?? one.about.note_id}`;
    folded.set(fold, [...(folded.get(fold) ?? []), one]);
  }
  return [...folded].flatMap(([fold, same]) => {
    const last = same.at(-1);
    return last ? [noticeOf(reader, fold, { ...last, count: same.length })] : [];
  });
}

function toldOf(one: Asked, reader: Persona, now: Date): Told[] {
  const { id, note, state, paused, responsible, targetAt, steps, routing } = one;
  const about = { question_id: id, note_id: null };
  const told: Told[] = steps.flatMap((step) =>
    whom(one, step, reader).flatMap(({ kind, person }) =>
      person === step.by ? [] : [{ kind, person, at: step.at, about, key: `${id}/${step.number}` }],
    ),
  );
  const [{ at: askedAt } = { at: now }] = steps;
  if (state === 'routed' && responsible && !paused && targetAt) {
    const key = `${id}/${routing}`;
    const near = dueAfter(askedAt, responsible, responseDays - 1);
    if (near && near <= now) told.push({ kind: 'question_due', person: responsible, at: near, about, key });
    const late = isRouter(reader, one) ? [responsible, reader] : [responsible];
    if (targetAt <= now)
      told.push(...late.map((person) => ({ kind: 'question_late' as const, person, at: targetAt, about, key })));
  }
  if (note && Date.parse(note.reviewOn) <= now.getTime())
    told.push({
      kind: 'note_review',
      person: note.author,
      at: new Date(note.reviewOn),
      about: { question_id: null, note_id: note.id },
      key: `${note.id}/${note.reviewOn}`,
    });
  return told;
}

const isRouter = ({ memberships }: Persona, { written }: Asked) =>
  memberships.some(({ role, network }) => role === 'project_coordinator' && network === written.network);

/** As the hub tells a step. */
function whom(one: Asked, { do: done, to, step }: Happened, reader: Persona): Pick<Told, 'kind' | 'person'>[] {
  const { asker, sharers, answers, responsible, second } = one;
  switch (done) {
    case 'assigned':
    case 'passed_on':
      return to && to === responsible ? [{ kind: 'question_routed', person: to }] : [];
    case 'declined':
      return responsible === null && isRouter(reader, one) ? [{ kind: 'question_asked', person: reader }] : [];
    case 'second_asked':
      return to ? [{ kind: 'question_late', person: to }] : [];
    case 'asked_back':
      return [{ kind: 'question_asked_back', person: asker }];
    case 'answered':
    case 'closed': {
      const answering = [responsible, second].flatMap((person) => person ?? []);
      return [
        ...[asker, ...sharers].map((person) => ({ kind: 'question_answered' as const, person })),
        ...answering.map((person) => ({ kind: 'question_followed' as const, person })),
      ];
    }
    case 'accepted':
    case 'endorsed':
    case 'published': {
      const author = answers[(step?.answer ?? 1) - 1]?.author;
      return author ? [{ kind: 'answer_accepted', person: author }] : [];
    }
    default:
      return [];
  }
}

function noticeOf(
  { person, lastHere }: Reader,
  fold: string,
  { kind, at, about, key, count }: Told & { count: number },
): UpdateNotice {
  const id = idOf('notification', `${fold}/${person.key}`);
  return {
    row: {
      id,
      person_id: person.id,
      kind,
      ...about,
      fold_key: fold,
      count,
      created_at: at,
      read_at: at < lastHere ? lastHere : null,
    },
    delivery: {
      id: idOf('delivery', id),
      person_id: person.id,
      medium: 'hub',
      kind,
      subject_id: about.question_id ?? about.note_id,
      dedupe_key: `hub/${kind}/${key}/${person.id}`,
      state: 'delivered',
      reason: null,
      attempt: 1,
      created_at: at,
      settled_at: at,
    },
  };
}
