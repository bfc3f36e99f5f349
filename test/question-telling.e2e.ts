/** Whom a step of a question concerns hears of it, in the inbox and by letter; nobody else does. */
import type { NotificationKind } from '@hub/contracts';
import { until } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { MattersService, type Matter } from '../src/modules/notifications/matters.service.js';
import { ids, questionField, type QuestionField, type Someone } from './question-field.js';

let field: QuestionField;

beforeAll(async () => {
  field = await questionField();
});

afterAll(() => field.here.close());

/** Waits until just these were told. */
const heard = (questionId: string, kind: NotificationKind, ...people: Someone[]) =>
  until(
    () => field.told(questionId, kind),
    (found) => JSON.stringify([...found].sort()) === JSON.stringify(ids(...people)),
  );

async function matterOf(who: Someone, questionId: string, kind: NotificationKind) {
  const [row] = await field.here.database.query<{ id: string }>(
    'select id from notifications where person_id = $1 and question_id = $2 and kind = $3',
    [who.personId, questionId, kind],
  );
  const due = { notificationId: row?.id ?? '', kind, personId: who.personId, count: 1 };
  const matters = await field.here.app.nest.get(MattersService).of([{ ...due, locale: 'en', timeZone: 'UTC' }]);
  return matters.get(due.notificationId);
}

describe('a step', () => {
  it('is told to whom it concerns, from the question to what came of its answer', async () => {
    const { asker, neighbour, advisor, expert, coordinator } = field;
    const questionId = await field.asked();
    await heard(questionId, 'question_asked', coordinator);
    await neighbour.call('question.share', { questionId, partnershipSlug: 'vik-kwale', shared: true });
    await coordinator.call('question.assign', { questionId, personId: expert.personId });
    await heard(questionId, 'question_routed', expert);
    await expert.call('question.assign', { questionId, personId: advisor.personId, reason: 'It is about money.' });
    await heard(questionId, 'question_routed', expert, advisor);
    await advisor.call('question.remark', { questionId, id: uuidv7(), body: 'Which trees?', asksBack: true });
    await heard(questionId, 'question_asked_back', asker);
    await asker.call('question.remark', { questionId, id: uuidv7(), body: 'In the street.', asksBack: false });
    await heard(questionId, 'question_followed', advisor);

    const answerId = await field.answered(questionId, expert);
    await heard(questionId, 'question_answered', asker, neighbour);
    await heard(questionId, 'question_followed', advisor, advisor);
    await asker.call('answer.accept', { answerId, accepted: true });
    await advisor.call('answer.endorse', { answerId, endorsed: true });
    await heard(questionId, 'answer_accepted', expert, expert);
    const { notifications } = await expert.call('notification.list', { box: 'open' });
    expect(notifications.filter((one) => one.kind === 'answer_accepted')).toMatchObject([
      { count: 2, needs: 'know', questionId, from: { name: 'Amara Mwansa' } },
    ]);
    // It is somebody else's now.
    expect(notifications.filter((one) => one.kind === 'question_routed')).toMatchObject([{ needs: 'know' }]);
  });

  it('that gives it back is told to whoever routes, and one that closes it to whoever asked', async () => {
    const { asker, advisor, coordinator } = field;
    const questionId = await field.given();
    await advisor.call('question.decline', { questionId, reason: 'I know too little of it.' });
    await heard(questionId, 'question_asked', coordinator, coordinator);
    await coordinator.call('question.close', {
      questionId,
      as: 'no_answer',
      reason: 'Nobody knows.',
      duplicateOf: null,
    });
    await heard(questionId, 'question_answered', asker);
    const { notifications } = await asker.call('notification.list', { box: 'open' });
    expect(notifications).toContainEqual(
      expect.objectContaining({ kind: 'question_answered', questionId, state: 'closed' }),
    );
  });

  it('that asks further is told to whoever answered, and to whoever routes where nobody is answerable any more', async () => {
    const { here, asker, advisor, coordinator } = field;
    const leaver = await field.somebody('Ove Rask', 'expert');
    const questionId = await field.given(leaver);
    await field.answered(questionId, advisor);
    await heard(questionId, 'question_followed', leaver);
    await here.database.query('update memberships set until_on = current_date where person_id = $1', [leaver.personId]);
    await asker.call('question.remark', { questionId, id: uuidv7(), body: 'By which law?', asksBack: false });
    await heard(questionId, 'question_asked', coordinator, coordinator);
    await heard(questionId, 'question_followed', leaver, advisor);
  });

  it('that closes it or opens it again is told to whoever answers it, and to whoever waits for that', async () => {
    const { here, asker, neighbour, advisor, expert, coordinator } = field;
    const questionId = await field.given();
    await neighbour.call('question.share', { questionId, partnershipSlug: 'vik-kwale', shared: true });
    await here.database.query('update questions set second_id = $2 where id = $1', [questionId, expert.personId]);
    await asker.call('question.close', { questionId, as: 'withdrawn', reason: 'We found it.', duplicateOf: null });
    await heard(questionId, 'question_followed', advisor, expert);
    await heard(questionId, 'question_answered', neighbour);
    const toldAdvisor = async () => {
      const { notifications } = await advisor.call('notification.list', { box: 'open' });
      return notifications.find((one) => one.kind === 'question_followed' && one.questionId === questionId);
    };
    expect(await toldAdvisor()).toMatchObject({
      state: 'closed',
      step: 'closed',
      needs: 'know',
      from: { name: 'Lars Ek' },
    });
    const letter = async (who: Someone) => (await matterOf(who, questionId, 'question_followed')) as Matter;
    expect((await letter(expert)).subject).toBe('Closed: Who pays for tree care?');
    expect(JSON.stringify((await letter(expert)).parts)).toContain('We found it.');

    await coordinator.call('question.reopen', { questionId, reason: 'Kwale has it too.' });
    await heard(questionId, 'question_followed', advisor, expert, advisor, asker, neighbour);
    expect(await toldAdvisor()).toMatchObject({ state: 'routed', step: 'reopened', needs: 'me' });
    expect((await letter(asker)).subject).toBe('Open again: Who pays for tree care?');
    expect(JSON.stringify((await letter(asker)).parts)).toContain('Kwale has it too.');
  });

  it('of a question of its partnership goes to nobody who may not see it', async () => {
    const { here, expert, coordinator, neighbour } = field;
    const questionId = await field.asked({ visibility: 'partnership' });
    await heard(questionId, 'question_asked', coordinator);
    for (const who of [expert, neighbour]) {
      const rows = await here.database.query('select from notifications where question_id = $1 and person_id = $2', [
        questionId,
        who.personId,
      ]);
      expect(rows).toEqual([]);
    }
  });
});

describe('a letter', () => {
  it('holds what is asked and answered with a way to it, until it is over or its reader has left', async () => {
    const { here, asker } = field;
    const leaver = await field.somebody('Ola Vik', 'expert');
    const questionId = await field.given(leaver);
    await heard(questionId, 'question_routed', leaver);
    const asking = (await matterOf(leaver, questionId, 'question_routed')) as Matter;
    expect(asking.subject).toBe('For you to answer: Who pays for tree care?');
    expect(JSON.stringify(asking.parts)).toContain('In year two **nobody** waters.');
    expect(JSON.stringify(asking.parts)).toContain(`/q/${questionId}`);

    const body = 'A small fee for **each** tree.';
    await field.answered(questionId, leaver, body);
    await heard(questionId, 'question_answered', asker);
    expect(await matterOf(leaver, questionId, 'question_routed')).toEqual({ reason: 'over' });
    const answer = (await matterOf(asker, questionId, 'question_answered')) as Matter;
    expect(JSON.stringify(answer.parts)).toContain(body);
    await here.database.query('update memberships set until_on = current_date where person_id = $1', [asker.personId]);
    expect(await matterOf(asker, questionId, 'question_answered')).toEqual({ reason: 'left' });
  });
});
