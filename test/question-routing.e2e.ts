/** Whose a question is: routed by the rules of its network, passed on and taken; what two do at once. */
import { until } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { questionNetworks, read, refusal, type QuestionNetworks } from './question-networks.js';

let field: QuestionNetworks;

beforeAll(async () => {
  field = await questionNetworks();
});

afterAll(() => field.here.close());

describe('routing', () => {
  it('follows the rules of the network by tag, past whoever is away, and says by when', async () => {
    const { here, lars, advisor, expert, coordinator, asked } = field;
    const tag = await coordinator.call('tag.add', {
      networkSlug: 'climate',
      id: uuidv7(),
      names: { en: 'Trees', sv: 'Träd' },
    });
    const rules = [
      { tagId: tag.id, personId: expert.personId, secondId: advisor.personId },
      { tagId: null, personId: advisor.personId, secondId: null },
    ];
    const set = { networkSlug: 'climate', rules, responseDays: 3 };
    expect(await refusal(advisor.call('question.setRules', set))).toBe('FORBIDDEN');
    const wrong = { tagId: null, personId: lars.personId, secondId: null };
    expect(await refusal(coordinator.call('question.setRules', { ...set, rules: [wrong] }))).toBe('INVALID');
    await coordinator.call('question.setRules', set);
    expect(await advisor.call('question.rules', { networkSlug: 'climate' })).toMatchObject({ rules, responseDays: 3 });

    const whom = async (tagIds: string[]) => (await read(lars, await asked({ tagIds }))).responsible?.name ?? null;
    expect([await whom([tag.id]), await whom([])]).toEqual(['Elin Dahl', 'Amara Mwansa']);
    const away = { fromOn: '2020-01-01', untilOn: '2090-01-01' };
    const awayId = uuidv7();
    await expert.call('away.add', { ...away, id: awayId, standInId: coordinator.personId });
    await expert.call('away.add', { ...away, id: awayId, standInId: coordinator.personId });
    expect(await whom([tag.id])).toBe('Sigrid Holm');
    const expected = await lars.call('question.expect', { networkSlug: 'climate', tagIds: [tag.id] });
    expect(expected).toMatchObject({ responsible: { name: 'Sigrid Holm' }, target: { late: false } });
    expect(await refusal(advisor.call('away.remove', { awayId }))).toBe('NOT_FOUND');
    await expert.call('away.remove', { awayId });
    await expert.call('away.add', { ...away, id: uuidv7(), standInId: null });
    expect(await whom([tag.id])).toBe('Amara Mwansa');
    await advisor.call('away.add', { ...away, id: uuidv7(), standInId: null });
    expect(await whom([tag.id])).toBeNull();
    await here.database.query('delete from away_periods');
    await coordinator.call('question.setRules', { ...set, rules: [], responseDays: 5 });
  });

  it('is passed on with a reason, taken by whoever answers, and late for all to see', async () => {
    const { here, neighbour, advisor, expert, coordinator, asked, stepsOf } = field;
    const questionId = await asked();
    await coordinator.call('question.assign', { questionId, personId: expert.personId });
    const before = await read(expert, questionId);
    const pass = { questionId, personId: advisor.personId };
    expect(await refusal(expert.call('question.assign', pass))).toBe('INVALID');
    expect(await refusal(neighbour.call('question.assign', pass))).toBe('FORBIDDEN');
    await expert.call('question.assign', { ...pass, reason: 'She wrote about it.' });
    await expert.call('question.assign', { ...pass, reason: 'She wrote about it.' });
    const passed = await read(advisor, questionId);
    expect(passed).toMatchObject({ responsible: { name: 'Amara Mwansa' }, waitingSince: before.waitingSince });
    expect(passed.happenings.at(-1)).toMatchObject({ step: 'passed_on', reason: 'She wrote about it.' });
    expect(await refusal(expert.call('question.take', { questionId }))).toBe('CONFLICT');

    await here.database.query(
      `update questions set waiting_since = now() - interval '60 days', routed_at = now() - interval '59 days',
        target_at = now() - interval '30 days' where id = $1`,
      [questionId],
    );
    const queue = await coordinator.call('question.queue', { networkSlug: 'climate' });
    expect(queue.late.find(({ id }) => id === questionId)?.excerpt).toContain('Ours only advises.');
    expect(queue.routed.some(({ id }) => id === questionId)).toBe(false);
    expect((await read(neighbour, questionId)).target?.late).toBe(true);
    await expert.call('question.take', { questionId });
    expect(await read(neighbour, questionId)).toMatchObject({ responsible: { name: 'Elin Dahl' } });
    const inbox = await expert.call('question.inbox', {});
    expect(inbox.waiting.find(({ id }) => id === questionId)?.context.month).toBeGreaterThan(0);
    // So late a question has a second person asked by whichever round comes in between.
    const steps = (await stepsOf(questionId)).filter((step) => step !== 'second_asked');
    expect(steps).toEqual(['asked', 'assigned', 'passed_on', 'taken']);
  });

  it('is taken by one of two who take it at once', async () => {
    const { advisor, expert, asked, stepsOf } = field;
    const questionId = await asked();
    const both = await Promise.all([advisor, expert].map((who) => refusal(who.call('question.take', { questionId }))));
    expect(both.sort()).toEqual(['CONFLICT', 'done']);
    expect(await stepsOf(questionId)).toEqual(['asked', 'taken']);
  });
});

describe('what two do at once', () => {
  it('is done by one of them: taking what is late, and giving it to others', async () => {
    const { here, advisor, expert, coordinator, somebody, asked } = field;
    const other = await somebody('Ola Vik', 'expert');
    const questionId = await asked();
    await coordinator.call('question.assign', { questionId, personId: advisor.personId });
    const elsewhere = { questionId, personId: expert.personId, insteadOf: null };
    expect(await refusal(coordinator.call('question.assign', elsewhere))).toBe('CONFLICT');
    await here.database.query(
      `update questions set waiting_since = now() - interval '60 days', routed_at = now() - interval '59 days',
        target_at = now() - interval '30 days' where id = $1`,
      [questionId],
    );
    const takes = await Promise.all([expert, other].map((who) => refusal(who.call('question.take', { questionId }))));
    expect(takes.sort()).toEqual(['CONFLICT', 'done']);
    const insteadOf = (await read(coordinator, questionId)).responsible?.id;
    await coordinator.call('question.assign', { questionId, personId: advisor.personId, insteadOf });
    expect((await read(coordinator, questionId)).responsible?.id).toBe(advisor.personId);
  });

  it('leaves to the queue what the rules give to somebody who leaves at this moment', async () => {
    const { here, coordinator, somebody, asked, stepsOf } = field;
    const leaver = await somebody('Ivo Lund', 'expert');
    const rules = [{ tagId: null, personId: leaver.personId, secondId: null }];
    await coordinator.call('question.setRules', { networkSlug: 'climate', rules, responseDays: 5 });
    const { asking: late } = await here.database.transaction(async (tx) => {
      await tx.query('update memberships set until_on = current_date where person_id = $1', [leaver.personId]);
      const asking = asked();
      await until(
        () =>
          here.database.query(
            `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
              and query like '%from memberships m%for share%'`,
          ),
        (waiting) => waiting.length === 1,
      );
      return { asking };
    });
    const questionId = await late;
    expect(await read(coordinator, questionId)).toMatchObject({ state: 'open', responsible: null });
    expect(await stepsOf(questionId)).toEqual(['asked']);
    await coordinator.call('question.setRules', { networkSlug: 'climate', rules: [], responseDays: 5 });
  });
});
