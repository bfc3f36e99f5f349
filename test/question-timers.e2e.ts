/** What time brings to questions: reminders, a second person, days away, notes to look at again; each once, whatever fails. */
import { membership, network, person, until, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AsyncLocalStorage } from 'node:async_hooks';
import { v7 as uuidv7 } from 'uuid';
import { QuestionRoundsService } from '../src/modules/questions/question-rounds.service.js';
import { ids, questionField, type QuestionField, type Someone } from './question-field.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

let field: QuestionField;
let here: TestHub;
let asker: Someone;
let advisor: Someone;
let expert: Someone;
let coordinator: Someone;

beforeAll(async () => {
  field = await questionField();
  ({ here, asker, advisor, expert, coordinator } = field);
});

afterAll(() => here.close());

const look = (now = new Date(), node = here) => node.app.nest.get(QuestionRoundsService).look(now);

const asked = () => field.asked();
const given = (to?: Someone) => field.given(to);
const told: QuestionField['told'] = (subjectId, kind) => field.told(subjectId, kind);

interface Row {
  targetAt: Date | null;
  responsibleId: string | null;
  secondId: string | null;
  state: string;
}

async function rowOf(questionId: string): Promise<Row> {
  const [row] = await here.database.query<Row>(
    `select target_at as "targetAt", responsible_id as "responsibleId", second_id as "secondId", state
    from questions where id = $1`,
    [questionId],
  );
  if (!row) throw new Error('There is such a question.');
  return row;
}

async function targetOf(questionId: string): Promise<number> {
  const { targetAt } = await rowOf(questionId);
  if (!targetAt) throw new Error('Something runs.');
  return targetAt.getTime();
}

const stepsOf = async (questionId: string, step: string) =>
  (await coordinator.call('question.read', { questionId })).happenings.filter((one) => one.step === step);

describe('a question that waits', () => {
  it('is near, late and asked of a second, each once, however many look and whatever the queue forgets', async () => {
    const questionId = await given();
    const target = await targetOf(questionId);
    const other = await here.another();
    const lookAll = async (at: number) => {
      const now = new Date(at);
      await Promise.all([look(now), look(now, other), look(now)]);
      await here.database.query('delete from outbox');
      await look(now, other);
    };
    await lookAll(target - 30 * dayMs);
    expect(await told(questionId, 'question_due')).toEqual([]);
    await lookAll(target - hourMs);
    expect(await told(questionId, 'question_due')).toEqual(ids(advisor));
    expect(await told(questionId, 'question_late')).toEqual([]);
    await lookAll(target);
    expect((await told(questionId, 'question_late')).sort()).toEqual(ids(advisor, coordinator));
    // Two working days are at most eleven days, with a weekend and holidays between.
    await look(new Date(target + 11 * dayMs));
    await here.database.query('delete from outbox');
    const restarted = await here.another();
    await look(new Date(target + 11 * dayMs), restarted);
    expect((await rowOf(questionId)).secondId).toBe(expert.personId);
    expect(await stepsOf(questionId, 'second_asked')).toHaveLength(1);
    expect((await told(questionId, 'question_late')).sort()).toEqual(ids(advisor, coordinator, expert));
    expect(await told(questionId, 'question_due')).toEqual(ids(advisor));
    const { notifications } = await expert.call('notification.list', { box: 'open' });
    expect(notifications).toMatchObject([{ kind: 'question_late', needs: 'me', questionId, from: null }]);
  });

  it('is told late to whoever routes, where nobody is answerable', async () => {
    const questionId = await asked();
    await look(new Date(Date.now() + 30 * dayMs));
    await look(new Date(Date.now() + 30 * dayMs));
    expect(await told(questionId, 'question_late')).toEqual(ids(coordinator));
  });

  it('is reminded of anew when it is given to another, who has their own days', async () => {
    const questionId = await given();
    const target = await targetOf(questionId);
    await look(new Date(target - hourMs));
    await advisor.call('question.assign', { questionId, personId: expert.personId, reason: 'It is about trees.' });
    await look(new Date(target - hourMs));
    await look(new Date(target - hourMs));
    expect(await told(questionId, 'question_due')).toEqual([advisor.personId, expert.personId]);
  });

  it('is no more to be done by whoever passed it on, nor are they asked instead', async () => {
    const questionId = await given();
    const target = await targetOf(questionId);
    await look(new Date(target));
    const needs = async () => {
      const { notifications } = await advisor.call('notification.list', { box: 'open' });
      return notifications.find((one) => one.kind === 'question_late' && one.questionId === questionId)?.needs;
    };
    expect(await needs()).toBe('me');
    await advisor.call('question.assign', { questionId, personId: expert.personId, reason: 'It is about trees.' });
    expect(await needs()).toBe('know');
    await look(new Date(target + 30 * dayMs));
    expect((await rowOf(questionId)).secondId).toBe(coordinator.personId);
  });

  it('waits for nothing while the asker is asked back', async () => {
    const questionId = await given();
    await advisor.call('question.remark', { questionId, id: uuidv7(), body: 'Which trees?', asksBack: true });
    await look(new Date(Date.now() + 60 * dayMs));
    expect((await rowOf(questionId)).targetAt).toBeNull();
    expect([...(await told(questionId, 'question_due')), ...(await told(questionId, 'question_late'))]).toEqual([]);
    await until(
      () => told(questionId, 'question_asked_back'),
      (people) => people.length === 1 && people[0] === asker.personId,
    );
    await asker.call('question.remark', { questionId, id: uuidv7(), body: 'Those in the street.', asksBack: false });
    const target = await targetOf(questionId);
    await look(new Date(target));
    expect((await told(questionId, 'question_late')).sort()).toEqual(ids(advisor, coordinator));
  });
});

describe('somebody who is away', () => {
  const away = (who: Someone, standIn: Someone | null) =>
    here.database.query(
      `insert into away_periods (id, person_id, from_on, until_on, stand_in_id)
      values ($1, $2, current_date - 2, current_date + 2, $3)`,
      [uuidv7(), who.personId, standIn?.personId ?? null],
    );
  const back = () => here.database.query('delete from away_periods');

  it('is stood in for, once', async () => {
    const questionId = await given();
    await away(advisor, expert);
    await Promise.all([look(), look()]);
    await look();
    expect(await rowOf(questionId)).toMatchObject({ state: 'routed', responsibleId: expert.personId });
    expect(await stepsOf(questionId, 'rerouted')).toMatchObject([{ by: null, to: { id: expert.personId } }]);
    await until(
      () => told(questionId, 'question_routed'),
      (people) => people.includes(expert.personId),
    );
    await back();
  });

  it('leaves it to the queue where nobody stands in, and whoever routes hears of it', async () => {
    const questionId = await given();
    await away(advisor, null);
    await look();
    expect(await rowOf(questionId)).toMatchObject({ state: 'open', responsibleId: null, targetAt: null });
    await until(
      () => told(questionId, 'question_asked'),
      (people) => people.length === 2 && new Set(people).size === 1,
    );
    await back();
  });

  it('is the same with somebody who has left', async () => {
    const leaver = await field.somebody('Ove Rask', 'expert');
    const questionId = await given(leaver);
    await here.database.query('update memberships set until_on = current_date where person_id = $1', [leaver.personId]);
    await look();
    expect(await rowOf(questionId)).toMatchObject({ state: 'open', responsibleId: null });
  });
});

describe('a round', () => {
  /** What `work` sends to the database, and nobody else meanwhile. */
  async function statementsOf(work: () => Promise<void>): Promise<string[]> {
    const [sent, own] = [[] as string[], new AsyncLocalStorage<true>()];
    const { dataSource } = here.database;
    const { logger } = dataSource;
    dataSource.logger = {
      logQuery: (sql) => void (own.getStore() && sent.push(sql)),
      logQueryError: () => undefined,
      logQuerySlow: () => undefined,
      logSchemaBuild: () => undefined,
      logMigration: () => undefined,
      log: () => undefined,
    };
    await own.run(true, work);
    dataSource.logger = logger;
    return sent;
  }

  it('costs no more for two hundred that are late and told than for one, where nobody is there to be asked instead', async () => {
    const networkId = await network(here.database, 'trees');
    const [keeper, other] = [await person(here.database, 'Moa Lind'), await person(here.database, 'Per Ask')];
    for (const personId of [keeper, other]) await membership(here.database, personId, 'expert', { networkId });
    await here.database.query(
      'insert into away_periods (id, person_id, from_on, until_on) values ($1, $2, current_date - 2, current_date + 2)',
      [uuidv7(), other],
    );
    await here.database.query(
      `insert into questions (id, network_id, asked_by, title, body, language, visibility, state, responsible_id,
        asked_at, routed_at, waiting_since)
      select $1, $2, $3, 'Which trees?', 'In the street.', 'en', 'network', 'routed', $4, at, at, at
      from (select now() - interval '60 days') past (at)`,
      [uuidv7(), networkId, asker.personId, keeper],
    );
    await look();
    const forOne = await statementsOf(look);
    const copied = await here.database.query(
      `with late as (
        insert into questions select (json_populate_record(q, json_build_object('id', gen_random_uuid()))).*
        from questions q, generate_series(2, 200) where q.network_id = $1 returning *)
      insert into deliveries select (json_populate_record(d, json_build_object(
        'id', gen_random_uuid(), 'subject_id', late.id, 'dedupe_key', replace(d.dedupe_key, d.subject_id::text, late.id::text)))).*
      from late, deliveries d where d.kind = 'question_late' and d.medium = 'hub' and d.person_id = $2 returning 1 as done`,
      [networkId, keeper],
    );
    expect(copied).toHaveLength(199);
    expect(await statementsOf(look)).toEqual(forOne);
    expect(forOne.length).toBeLessThan(8);
  });
});

describe('a note', () => {
  it('comes back to its author once for each day on which it is to be looked at', async () => {
    const questionId = await asked();
    const [answerId, noteId] = [uuidv7(), uuidv7()];
    await here.database.query(
      `insert into answers (id, question_id, author_id, body, language) values ($1, $2, $3, 'Water at dusk.', 'en')`,
      [answerId, questionId, expert.personId],
    );
    await here.database.query(
      `insert into knowledge_notes (id, answer_id, network_id, author_id, title, body, language, review_on)
      values ($1, $2, $3, $4, 'Trees in year two', 'Water at dusk.', 'en', current_date)`,
      [noteId, answerId, field.networkId, expert.personId],
    );
    await Promise.all([look(), look()]);
    expect(await told(noteId, 'note_review')).toEqual(ids(expert));
    await here.database.query('update knowledge_notes set review_on = current_date + 1 where id = $1', [noteId]);
    await look();
    await here.database.query('update knowledge_notes set review_on = current_date - 1 where id = $1', [noteId]);
    await look();
    expect(await told(noteId, 'note_review')).toEqual([expert.personId, expert.personId]);
  });
});
