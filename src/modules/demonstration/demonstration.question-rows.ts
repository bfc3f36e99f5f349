/** Questions, answers and notes of the demonstration as rows, with its tags, its rules and who is away. */
import type { Role } from '@hub/contracts';
import { daysAgo, timeAgo } from './demonstration.calendar.js';
import { personOf, type Persona } from './demonstration.people.js';
import type { Asked, Context, Step, Written } from './demonstration.questions.js';
import { idOf, type Row } from './demonstration.rows.js';

/** The role in which somebody answers there. */
function roleIn({ memberships }: Persona, network: string): Role | null {
  return memberships.find((one) => one.network === network)?.role ?? null;
}

export function questionTables(all: Asked[], { data, people, now }: Context): [table: string, rows: Row[]][] {
  const { tags, rules, away } = data.questions;
  const idOfTag = (slug: string) => idOf('tag', slug);
  const began = daysAgo(now, 700);
  // A duplicate comes after what it is a duplicate of.
  const inOrder = [...all].sort((a, b) => Number(a.state === 'closed') - Number(b.state === 'closed'));
  const notes = all
    .flatMap(({ note, written }) => (note ? [{ ...note, written }] : []))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const of = (kind: Step['do']) =>
    all.flatMap((one) =>
      one.steps.flatMap((step) => (step.do === kind && step.step ? [{ ...step, one, step: step.step }] : [])),
    );
  return [
    [
      'tags',
      tags.map(({ slug, theme, names }) => ({
        id: idOfTag(slug),
        slug,
        theme_id: theme && idOf('theme', theme),
        names,
        created_at: began,
      })),
    ],
    [
      'question_rules',
      rules.map(({ network, tag, person, second }) => ({
        id: idOf('question-rule', `${network}/${tag}`),
        network_id: idOf('network', network),
        tag_id: tag && idOfTag(tag),
        person_id: personOf(people, person).id,
        second_id: second && personOf(people, second).id,
      })),
    ],
    [
      'away_periods',
      away.map(({ person, fromInDays, untilInDays, standIn }) => ({
        id: idOf('away-period', person),
        person_id: personOf(people, person).id,
        from_on: daysAgo(now, -fromInDays),
        until_on: daysAgo(now, -untilInDays),
        stand_in_id: standIn && personOf(people, standIn).id,
      })),
    ],
    ['questions', inOrder.map(questionRow)],
    [
      'question_tags',
      all.flatMap(({ id, written }) => written.tags.map((tag) => ({ question_id: id, tag_id: idOfTag(tag) }))),
    ],
    ['question_shares', all.flatMap((one) => shareRows(one, now))],
    ['question_steps', all.flatMap(stepRows)],
    ['question_pauses', of('asked_back').map(({ one, at }) => ({ question_id: one.id, from_at: at, until_at: null }))],
    [
      'question_remarks',
      of('asked_back').map(({ one, at, by, number, step }) => ({
        id: idOf('question-remark', `${one.written.key}/${number}`),
        question_id: one.id,
        author_id: by?.id,
        body: step.text,
        asks_back: true,
        at,
      })),
    ],
    ['answers', all.flatMap(answerRows)],
    [
      'answer_endorsements',
      of('endorsed').map(({ one, at, by, step }) => ({
        answer_id: one.answers[step.answer - 1]?.id,
        person_id: by?.id,
        role: by && roleIn(by, one.written.network),
        at,
      })),
    ],
    [
      'knowledge_notes',
      notes.map(({ id, answerId: of, author, step, at, reviewOn, written }) => ({
        id,
        answer_id: of,
        network_id: idOf('network', written.network),
        author_id: author.id,
        role: roleIn(author, written.network),
        ...noteText(written, step),
        language: 'en',
        version: 1,
        published_at: at,
        review_on: reviewOn,
      })),
    ],
    [
      'note_versions',
      notes.map(({ id, author, step, at, written }) => ({
        note_id: id,
        version: 1,
        ...noteText(written, step),
        note: '',
        by_id: author.id,
        at,
      })),
    ],
    [
      'note_tags',
      notes.flatMap(({ id, written }) => written.tags.map((tag) => ({ note_id: id, tag_id: idOfTag(tag) }))),
    ],
  ];
}

/** A note says what its answer says. */
function noteText({ steps }: Written, { title, answer }: Step): { title: string; body: string; sources: unknown } {
  const said = steps.filter((step) => step.do === 'answered')[answer - 1];
  return { title, body: said?.text ?? '', sources: said?.sources ?? [] };
}

function questionRow(one: Asked): Row {
  const { id, written, asker, state, responsible, routing, routedAt, second, targetAt, steps } = one;
  const closing = steps.find((step) => step.do === 'closed');
  const of = closing?.step?.of;
  const [{ at } = { at: new Date(0) }] = steps;
  return {
    id,
    network_id: idOf('network', written.network),
    partnership_id: written.partnership && idOf('partnership', written.partnership),
    asked_by: asker.id,
    asked_at: at,
    title: written.title,
    body: written.body,
    language: written.language,
    summary: written.summary,
    visibility: written.visibility,
    message_id: one.message?.id ?? null,
    state,
    responsible_id: responsible?.id ?? null,
    routing,
    routed_at: routedAt,
    second_id: second?.id ?? null,
    waiting_since: state === 'open' || state === 'routed' ? at : null,
    target_at: targetAt,
    version: 1,
    closed_as: closing ? (closing.step?.as ?? null) : null,
    closed_by: closing?.by?.id ?? null,
    closed_at: closing?.at ?? null,
    closed_reason: closing?.step?.reason ?? '',
    duplicate_of: of === undefined ? null : idOf('question', of),
  };
}

function stepRows({ id, steps }: Asked): Row[] {
  return steps.map(({ number, at, do: step, by, to, step: written }) => ({
    question_id: id,
    number,
    at,
    step,
    by_id: by?.id ?? null,
    to_id: to?.id ?? null,
    reason: written?.reason ?? '',
  }));
}

function shareRows({ id, written, sharers }: Asked, now: Date): Row[] {
  return written.shares.flatMap(({ at }, index) => {
    const person = sharers[index];
    const partnership = person?.memberships.find((one) => one.partnership !== null)?.partnership;
    if (!person || !partnership) return [];
    return [
      { question_id: id, partnership_id: idOf('partnership', partnership), person_id: person.id, at: timeAgo(now, at) },
    ];
  });
}

function answerRows({ id, written, answers }: Asked): Row[] {
  return answers.map(({ id: own, author, step, message, at, acceptedAt }) => ({
    id: own,
    question_id: id,
    author_id: author.id,
    role: roleIn(author, written.network),
    body: step.text,
    language: step.language,
    sources: step.sources,
    message_id: message?.id ?? null,
    at,
    version: 1,
    accepted_at: acceptedAt,
  }));
}
