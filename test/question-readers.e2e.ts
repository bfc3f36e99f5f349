/** Who sees a question and hears of it: a network, a partnership, whoever is asked, and somebody from outside. */
import type { HubEvent } from '@hub/contracts';
import { until, type SignedIn } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Someone } from './question-field.js';
import { answered, questionNetworks, read, refusal, type QuestionNetworks } from './question-networks.js';

let field: QuestionNetworks;

beforeAll(async () => {
  field = await questionNetworks();
});

afterAll(() => field.here.close());

const sees = async (who: Someone, questionId: string) => (await refusal(read(who, questionId))) === 'done';

async function listen(who: SignedIn): Promise<HubEvent[]> {
  const client = field.here.client(who);
  const told: HubEvent[] = [];
  client.onEvents((events) => told.push(...events));
  await until(client.state, (state) => state === 'online');
  return told;
}

describe('who sees a question', () => {
  it('is its network, or everybody who works anywhere, and never a guest', async () => {
    const { majority, neighbour, outside, administrator, farAway, guest, asked } = field;
    const [near, everywhere] = [await asked(), await asked({ visibility: 'all_networks' })];
    for (const who of [neighbour, majority, administrator])
      expect([who.name, await sees(who, near)]).toEqual([who.name, true]);
    for (const who of [farAway, guest, outside]) expect([who.name, await sees(who, near)]).toEqual([who.name, false]);
    expect(await sees(farAway, everywhere)).toBe(true);
    for (const who of [guest, outside]) expect([who.name, await sees(who, everywhere)]).toEqual([who.name, false]);
    expect(await refusal(farAway.call('question.list', { networkSlug: 'climate' }))).toBe('NOT_FOUND');
    expect(await refusal(answered(everywhere, farAway))).toBe('FORBIDDEN');
    await farAway.call('question.share', { questionId: everywhere, partnershipSlug: 'nord-jinja', shared: true });
    const next = await read(farAway, everywhere);
    expect(next.context.next).toBeNull();
  });

  it('is the partnership, its coordinator at ICLD and the advisors, of both mandates alike', async () => {
    const { lars, majority, opposition, neighbour, advisor, expert, asked } = field;
    const { outside, coordinator, administrator, farAway, guest } = field;
    const questionId = await asked({ visibility: 'partnership' });
    for (const who of [lars, majority, opposition, coordinator, advisor])
      expect([who.name, await sees(who, questionId)]).toEqual([who.name, true]);
    for (const who of [neighbour, expert, administrator, farAway, guest, outside])
      expect([who.name, await sees(who, questionId)]).toEqual([who.name, false]);
    expect(await read(opposition, questionId)).toEqual(await read(majority, questionId));
    expect(await opposition.call('question.list', { networkSlug: 'climate' })).toEqual(
      await majority.call('question.list', { networkSlug: 'climate' }),
    );
    // Whoever is asked to answer it sees it thereby, and does not any more once they declined.
    await coordinator.call('question.assign', { questionId, personId: expert.personId });
    expect(await sees(expert, questionId)).toBe(true);
    await expert.call('question.decline', { questionId, reason: 'Not my subject.' });
    expect(await sees(expert, questionId)).toBe(false);
  });

  it('ends at once for whoever leaves', async () => {
    const { here, coordinator, somebody, asked } = field;
    const questionId = await asked();
    const leaver = await somebody('Left Today', 'expert');
    await coordinator.call('question.assign', { questionId, personId: leaver.personId });
    expect(await sees(leaver, questionId)).toBe(true);
    await here.database.query('update memberships set until_on = current_date where person_id = $1', [leaver.personId]);
    expect(await sees(leaver, questionId)).toBe(false);
    expect((await leaver.call('question.inbox', {})).waiting).toEqual([]);
  });

  it('is a guest expert while it is theirs, with nothing of the network beside it', async () => {
    const { lars, outside, coordinator, asked } = field;
    const [questionId, unseen] = [await asked(), await asked()];
    await coordinator.call('question.assign', { questionId, personId: outside.personId });
    const page = await read(outside, questionId);
    expect(page.context).toMatchObject({ next: null, earlier: [] });
    expect(page.happenings.map(({ step }) => step)).toEqual(['assigned']);
    expect(page.may).toMatchObject({ answer: true, decline: true, askBack: true, passOn: false, take: false });
    const inbox = await outside.call('question.inbox', {});
    expect(inbox.waiting.map(({ id }) => id)).toEqual([questionId]);
    expect(inbox.open).toEqual([]);
    expect(await sees(outside, unseen)).toBe(false);
    for (const route of ['question.list', 'question.queue', 'question.rules', 'question.form', 'network.read'] as const)
      expect([route, await refusal(outside.call(route, { networkSlug: 'climate' }))]).toEqual([route, 'NOT_FOUND']);
    const answerId = await answered(questionId, outside);
    await lars.call('answer.accept', { answerId, accepted: true });
    expect((await read(outside, questionId)).state).toBe('accepted');
  });
});

describe('somebody from outside', () => {
  it('keeps no place in the announcements, and answers what they were asked when it was late', async () => {
    const { here, networkId, lars, advisor, outside, coordinator, asked } = field;
    await here.database.query(
      `insert into channel_members (channel_id, person_id, origin)
      select c.id, $2, 'hand' from channels c where c.network_id = $1 and c.kind = 'announcements'`,
      [networkId, outside.personId],
    );
    await here.database.query('insert into enrolment_changes default values');
    const places = 'select from current_channel_members where person_id = $1';
    expect(await here.database.query(places, [outside.personId])).toEqual([]);

    const questionId = await asked();
    await coordinator.call('question.assign', { questionId, personId: advisor.personId });
    await here.database.query('update questions set second_id = $2 where id = $1', [questionId, outside.personId]);
    expect((await read(outside, questionId)).may).toMatchObject({ answer: true, remark: true, decline: false });
    await answered(questionId, outside);
    expect((await read(lars, questionId)).state).toBe('answered');
  });
});

describe('open pages', () => {
  it('hear of a change in the network, of a partnership only those who see it', async () => {
    const { opposition, neighbour, expert, asked } = field;
    const [theirs, others] = [await listen(neighbour), await listen(opposition)];
    const open = await asked();
    const closed = await asked({ visibility: 'partnership' });
    await answered(open, expert);
    const about = (told: HubEvent[], kind: string) =>
      told.flatMap((event) => (event.kind === kind && 'questionId' in event ? [event.questionId] : []));
    await until(
      () => about(theirs, 'answer.posted'),
      (seen) => seen.includes(open),
    );
    await until(
      () => about(others, 'question.told'),
      (seen) => seen.includes(closed),
    );
    expect(theirs.some((event) => 'questionId' in event && event.questionId === closed)).toBe(false);
  });
});
