/** Questions: asked, given to somebody, answered and accepted; who sees them; what happens twice or at once. */
import { caller, type Call } from '@hub/client';
import type { HubEvent, Input, Role, Side } from '@hub/contracts';
import {
  channel,
  hub,
  membership,
  network,
  partnership,
  person,
  until,
  type SignedIn,
  type TestHub,
} from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { enrolByRole } from '../src/modules/channels/channels.fragments.js';

interface Someone extends SignedIn {
  name: string;
  call: Call;
}

let here: TestHub;
const ids = { climate: '', health: '', pair: '', other: '', far: '' };
let lars: Someone;
let majority: Someone;
let opposition: Someone;
let neighbour: Someone;
let advisor: Someone;
let expert: Someone;
let outside: Someone;
let coordinator: Someone;
let administrator: Someone;
let farAway: Someone;
let guest: Someone;

beforeAll(async () => {
  here = await hub();
  ids.climate = await network(here.database);
  ids.health = await network(here.database, 'health');
  ids.pair = await partnership(here.database, ids.climate);
  ids.other = await partnership(here.database, ids.climate, 'vik-kwale');
  ids.far = await partnership(here.database, ids.health, 'nord-jinja');
  lars = await somebody('Lars Ek', 'partnership_coordinator', { partnershipId: ids.pair, side: 'swedish' });
  majority = await somebody('Maja Lind', 'politician', { partnershipId: ids.pair, side: 'swedish' });
  opposition = await somebody('Otto Berg', 'politician', { partnershipId: ids.pair, side: 'swedish' });
  neighbour = await somebody('Neema Juma', 'team_member', { partnershipId: ids.other, side: 'international' });
  advisor = await somebody('Amara Mwansa', 'research_advisor');
  expert = await somebody('Elin Dahl', 'expert');
  outside = await somebody('Gugu Nkosi', 'guest_expert');
  coordinator = await somebody('Sigrid Holm', 'project_coordinator');
  administrator = await somebody('Ada Ström', 'administrator');
  farAway = await somebody('Peter Okello', 'partnership_coordinator', {
    networkId: ids.health,
    partnershipId: ids.far,
    side: 'international',
  });
  guest = await somebody('Guest Person', 'guest');
  await channel(here.database, { networkId: ids.climate, kind: 'announcements' });
  await here.database.query(enrolByRole, [null]);
});

afterAll(() => here.close());

interface Place {
  networkId?: string;
  partnershipId?: string;
  side?: Side;
}

async function somebody(name: string, role: Role, place: Place = {}): Promise<Someone> {
  const personId = await person(here.database, name);
  const where = role === 'administrator' ? {} : { networkId: ids.climate, ...place };
  await membership(here.database, personId, role, where);
  const signedIn = await here.signIn(personId);
  return { ...signedIn, name, call: caller({ origin: here.origin, headers: signedIn.headers }) };
}

const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    ({ code }) => String(code),
  );

type Asking = Input<'question.ask'>;

const asking = (more: Partial<Asking> = {}): Asking => ({
  id: uuidv7(),
  networkSlug: 'climate',
  partnershipSlug: 'granvika-mto-mpya',
  title: 'What may a youth panel decide?',
  body: 'Ours only advises. **Who** lets it decide, and on what?',
  language: 'en',
  summary: '',
  tagIds: [],
  visibility: 'network',
  messageId: null,
  ...more,
});

async function asked(more: Partial<Asking> = {}, who: Someone = lars): Promise<string> {
  const question = asking(more);
  await who.call('question.ask', question);
  return question.id;
}

const answering = (questionId: string) => ({
  questionId,
  id: uuidv7(),
  body: 'Ours decides on a small sum every year.',
  language: 'en',
  sources: [{ title: 'The rules of the panel', url: 'https://example.org/rules' }],
  messageId: null,
});

async function answered(questionId: string, who: Someone): Promise<string> {
  const answer = answering(questionId);
  await who.call('answer.post', answer);
  return answer.id;
}

const read = (who: Someone, questionId: string) => who.call('question.read', { questionId });
const sees = async (who: Someone, questionId: string) => (await refusal(read(who, questionId))) === 'done';
const stepsOf = async (questionId: string) => (await read(coordinator, questionId)).happenings.map(({ step }) => step);

async function listen(who: SignedIn): Promise<HubEvent[]> {
  const client = here.client(who);
  const told: HubEvent[] = [];
  client.onEvents((events) => told.push(...events));
  await until(client.state, (state) => state === 'online');
  return told;
}

describe('a question', () => {
  it('is asked once for its id, answered, and settled by whoever asked', async () => {
    const question = asking();
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
    const questionId = await asked({ title: 'Hur hålls träd vid liv?', body: 'Vem betalar år två?', language: 'sv' });
    const found = async (words: string) =>
      (await neighbour.call('question.list', { networkSlug: 'climate', words })).questions.map(({ id }) => id);
    for (const words of ['TRAD', 'betala', 'hur halls'])
      expect({ words, found: await found(words) }).toEqual({ words, found: [questionId] });
    expect(await found('motorbike')).toEqual([]);
  });
});

describe('who sees a question', () => {
  it('is its network, or everybody who works anywhere, and never a guest', async () => {
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
    const questionId = await asked();
    const leaver = await somebody('Left Today', 'expert');
    await coordinator.call('question.assign', { questionId, personId: leaver.personId });
    expect(await sees(leaver, questionId)).toBe(true);
    await here.database.query('update memberships set until_on = current_date where person_id = $1', [leaver.personId]);
    expect(await sees(leaver, questionId)).toBe(false);
    expect((await leaver.call('question.inbox', {})).waiting).toEqual([]);
  });

  it('is a guest expert while it is theirs, with nothing of the network beside it', async () => {
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
    await here.database.query(
      `insert into channel_members (channel_id, person_id, origin)
      select c.id, $2, 'hand' from channels c where c.network_id = $1 and c.kind = 'announcements'`,
      [ids.climate, outside.personId],
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

describe('a message', () => {
  it('leads to the question that it became and to the one that it answers, for those who read both', async () => {
    const members = [lars, advisor, guest].map(({ personId }) => personId);
    const channelId = await channel(here.database, { networkId: ids.climate, members });
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

describe('what two do at once', () => {
  it('is done by one of them: taking what is late, and giving it to others', async () => {
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

describe('routing', () => {
  it('follows the rules of the network by tag, past whoever is away, and says by when', async () => {
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
    const questionId = await asked();
    const both = await Promise.all([advisor, expert].map((who) => refusal(who.call('question.take', { questionId }))));
    expect(both.sort()).toEqual(['CONFLICT', 'done']);
    expect(await stepsOf(questionId)).toEqual(['asked', 'taken']);
  });
});

describe('open pages', () => {
  it('hear of a change in the network, of a partnership only those who see it', async () => {
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
