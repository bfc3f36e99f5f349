/** Questions: asked, given to somebody, answered and accepted, asked back, closed and shared; what happens twice. */
import { channel } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { asking, type Someone } from './question-field.js';
import {
  answered,
  answering,
  panel,
  questionNetworks,
  read,
  refusal,
  type QuestionNetworks,
} from './question-networks.js';

let field: QuestionNetworks;

beforeAll(async () => {
  field = await questionNetworks();
});

afterAll(() => field.here.close());

describe('a question', () => {
  it('is asked once for its id, answered, and settled by whoever asked', async () => {
    const { lars, neighbour, advisor, expert, coordinator, stepsOf } = field;
    const question = asking(panel);
    await lars.call('question.ask', question);
    await lars.call('question.ask', question);
    expect(await refusal(coordinator.call('question.ask', { ...question, partnershipSlug: null }))).toBe('CONFLICT');
    const { id: questionId } = question;
    const open = await read(neighbour, questionId);
    expect(open).toMatchObject({ state: 'open', responsible: null, target: null, answers: 0, accepted: false });
    expect(open.waitingSince).not.toBeNull();
    await coordinator.call('question.assign', { questionId, personId: advisor.personId });
    const routed = await read(advisor, questionId);
    expect(routed).toMatchObject({ state: 'routed', responsible: { name: 'Amara Mwansa' }, may: { answer: true } });
    expect(routed.target).toMatchObject({ late: false, timeZone: 'Africa/Lusaka' });
    expect(routed.waitingSince).toBe(open.waitingSince);

    const answer = answering(questionId);
    await advisor.call('answer.post', answer);
    await advisor.call('answer.post', answer);
    expect(await read(lars, questionId)).toMatchObject({
      state: 'answered',
      waitingSince: null,
      target: null,
      answers: 1,
    });
    await lars.call('answer.accept', { answerId: answer.id, accepted: true });
    await lars.call('answer.accept', { answerId: answer.id, accepted: true });
    expect(await refusal(advisor.call('answer.endorse', { answerId: answer.id, endorsed: true }))).toBe('FORBIDDEN');
    await expert.call('answer.endorse', { answerId: answer.id, endorsed: true });
    const settled = await read(neighbour, questionId);
    expect(settled).toMatchObject({ state: 'accepted', accepted: true });
    expect(settled.allAnswers).toMatchObject([
      { role: 'research_advisor', endorsedBy: [{ person: { name: 'Elin Dahl' }, role: 'expert' }] },
    ]);
    expect(await stepsOf(questionId)).toEqual(['asked', 'assigned', 'answered', 'accepted', 'endorsed']);
  });

  it('keeps what it said before, and refuses a change of what is not there any more', async () => {
    const { lars, neighbour, coordinator, asked } = field;
    const questionId = await asked();
    const change = { questionId, baseVersion: 1, title: 'What do youth panels decide?' };
    await lars.call('question.change', change);
    await lars.call('question.change', change);
    const late = lars.call('question.change', { questionId, baseVersion: 1, title: 'Something else' });
    await expect(late).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { current: { title: 'What do youth panels decide?', version: 2 } },
    });
    const page = await read(lars, questionId);
    expect(page.happenings.at(-1)).toMatchObject({
      step: 'edited',
      before: { title: 'What may a youth panel decide?' },
    });
    expect(page.version).toBe(2);
    expect(await refusal(neighbour.call('question.change', { questionId, baseVersion: 2, summary: 'A.' }))).toBe(
      'FORBIDDEN',
    );
    await coordinator.call('question.change', { questionId, baseVersion: 2, summary: 'In English.' });
    expect(await refusal(coordinator.call('question.change', { questionId, baseVersion: 3, title: 'Mine now' }))).toBe(
      'FORBIDDEN',
    );
  });

  it('is asked back, and nothing runs until the asker replied; asked further, somebody waits again', async () => {
    const { lars, majority, advisor, expert, asked, stepsOf } = field;
    const questionId = await asked();
    await advisor.call('question.take', { questionId });
    const remark = { questionId, id: uuidv7(), body: 'In which country?', asksBack: true };
    expect(await refusal(expert.call('question.remark', { ...remark, id: uuidv7() }))).toBe('FORBIDDEN');
    await advisor.call('question.remark', remark);
    await advisor.call('question.remark', remark);
    expect(await read(advisor, questionId)).toMatchObject({
      target: { at: null, on: null },
      remarks: [{ asksBack: true }],
    });
    expect((await advisor.call('question.inbox', {})).askedBack.map(({ id }) => id)).toContain(questionId);
    await majority.call('question.remark', { questionId, id: uuidv7(), body: 'In Kenya.', asksBack: false });
    const goesOn = await read(advisor, questionId);
    expect(goesOn).toMatchObject({ state: 'routed', pausedSince: null });
    expect(goesOn.target?.at).not.toBeNull();

    await answered(questionId, expert);
    expect((await read(lars, questionId)).state).toBe('answered');
    await lars.call('question.remark', { questionId, id: uuidv7(), body: 'And by which law?', asksBack: false });
    const again = await read(lars, questionId);
    expect(again).toMatchObject({ state: 'routed', responsible: { name: 'Amara Mwansa' } });
    expect(again.waitingSince).not.toBeNull();
    expect(await stepsOf(questionId)).toEqual(['asked', 'taken', 'asked_back', 'replied', 'answered', 'replied']);
  });

  it('is closed with what it repeats, and opened once more', async () => {
    const { lars, neighbour, expert, coordinator, asked, stepsOf } = field;
    const original = await asked();
    const questionId = await asked({ title: 'What can a youth panel decide on?' });
    const close = { questionId, as: 'duplicate', reason: '', duplicateOf: original } as const;
    expect(await refusal(neighbour.call('question.close', close))).toBe('FORBIDDEN');
    expect(await refusal(lars.call('question.close', { ...close, duplicateOf: questionId }))).toBe('INVALID');
    await lars.call('question.close', close);
    await lars.call('question.close', close);
    const closed = await read(lars, questionId);
    expect(closed.closed).toMatchObject({ as: 'duplicate', duplicateOf: { id: original } });
    expect(closed.may.close).toEqual([]);
    expect(await refusal(answered(questionId, expert))).toBe('FORBIDDEN');
    await coordinator.call('question.reopen', { questionId, reason: 'It asks something else.' });
    expect(await read(lars, questionId)).toMatchObject({ state: 'open', closed: null });
    const without = { questionId, as: 'no_answer', reason: '', duplicateOf: null } as const;
    expect(await refusal(coordinator.call('question.close', without))).toBe('INVALID');
    await coordinator.call('question.close', { ...without, reason: 'The law is being changed.' });
    expect(await stepsOf(questionId)).toEqual(['asked', 'closed', 'reopened', 'closed']);
  });

  it('is had by others too, on behalf of their own partnership', async () => {
    const { lars, neighbour, asked } = field;
    const questionId = await asked();
    const share = { questionId, partnershipSlug: 'vik-kwale', shared: true };
    expect(await refusal(lars.call('question.share', share))).toBe('FORBIDDEN');
    await neighbour.call('question.share', share);
    await neighbour.call('question.share', share);
    const page = await read(neighbour, questionId);
    expect(page).toMatchObject({
      shared: 1,
      alsoOf: [{ slug: 'vik-kwale' }],
      mine: [{ slug: 'vik-kwale', joined: true }],
    });
    expect((await neighbour.call('question.inbox', {})).followed.map(({ id }) => id)).toContain(questionId);
  });

  it('is found by its words, without regard to case and diacritics', async () => {
    const { neighbour, asked } = field;
    const questionId = await asked({ title: 'Hur hålls träd vid liv?', body: 'Vem betalar år två?', language: 'sv' });
    const found = async (words: string) =>
      (await neighbour.call('question.list', { networkSlug: 'climate', words })).questions.map(({ id }) => id);
    for (const words of ['TRAD', 'betala', 'hur halls'])
      expect({ words, found: await found(words) }).toEqual({ words, found: [questionId] });
    expect(await found('motorbike')).toEqual([]);
  });
});

describe('a message', () => {
  it('leads to the question that it became and to the one that it answers, for those who read both', async () => {
    const { here, networkId, lars, advisor, coordinator, guest, asked } = field;
    const members = [lars, advisor, guest].map(({ personId }) => personId);
    const channelId = await channel(here.database, { networkId, members });
    const said = { channelId, topicTitle: 'Panels', clientId: uuidv7(), body: 'Who lets a panel decide?' };
    const { topicId, id: messageId } = await lars.call('message.send', said);
    const asks = await asked({ messageId, visibility: 'partnership' });
    const answers = await asked();
    await advisor.call('answer.post', { ...answering(answers), messageId });
    const origins = async (who: Someone) =>
      (await who.call('question.origins', { topicId })).map(({ of, questionId }) => [of, questionId]);
    const both = [
      ['question', asks],
      ['answer', answers],
    ];
    expect(await origins(lars)).toEqual(both);
    expect(await origins(advisor)).toEqual(both);
    expect(await origins(guest)).toEqual([]);
    expect(await origins(coordinator)).toEqual([]);
    expect(await lars.call('question.origins', { messageIds: messageId })).toHaveLength(2);
    expect((await read(lars, asks)).message).toEqual({ id: messageId, topicId });
  });
});
