/** Exchange visits: planned, changed, taken back and told, for everybody who works in the network. */
import { caller, type Call } from '@hub/client';
import type { HubEvent, Input, Role, Side, VisitPage } from '@hub/contracts';
import { channel, hub, membership, network, person, until, type SignedIn, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';

interface Someone extends SignedIn {
  call: Call;
}

const networkSlug = 'climate';
let here: TestHub;
let networkId: string;
let coordinator: Someone;
let ours: Someone;
let theirs: Someone;
let official: Someone;
let guest: Someone;
let parties: Record<Side, string>;
let pair: { partnershipSlug: string; partnershipId: string };

beforeAll(async () => {
  here = await hub();
  networkId = await network(here.database);
  await channel(here.database, { networkId, kind: 'announcements', slug: 'announcements' });
  coordinator = await somebody('Sigrid Holm', 'project_coordinator', { networkId });
  const add = async (name: string, country: string, timeZone: string) =>
    (await coordinator.call('government.add', { networkSlug, name, kind: 'municipality', country, timeZone })).id;
  parties = {
    swedish: await add('Granvika', 'SE', 'Europe/Stockholm'),
    international: await add('Mto Mpya', 'TZ', 'Africa/Dar_es_Salaam'),
  };
  pair = await formed('Granvika – Mto Mpya');
  const other = await formed('Norrvika – Lukanda');
  const place = { networkId, partnershipId: pair.partnershipId, side: 'swedish' as const };
  ours = await somebody('Åsa Lind', 'partnership_coordinator', place);
  official = await somebody('Per Ek', 'team_member', place);
  theirs = await somebody('Joseph Banda', 'project_manager', { ...place, partnershipId: other.partnershipId });
  guest = await somebody('Gun Ask', 'guest', { networkId });
});

afterAll(() => here.close());

async function somebody(
  name: string,
  role: Role,
  place: { networkId?: string; partnershipId?: string; side?: Side } = {},
): Promise<Someone> {
  const personId = await person(here.database, name);
  await membership(here.database, personId, role, place);
  const signedIn = await here.signIn(personId);
  return { ...signedIn, call: caller({ origin: here.origin, headers: signedIn.headers }) };
}

async function formed(name: string) {
  const partnershipId = uuidv7();
  const { partnershipSlug } = await coordinator.call('partnership.create', {
    networkSlug,
    partnershipId,
    name,
    status: 'inception',
    fromOn: '2026-05-01',
    parties: (['swedish', 'international'] as const).map((side) => ({ side, localGovernmentId: parties[side] })),
  });
  return { partnershipSlug, partnershipId };
}

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function planned(more: Partial<Input<'visit.plan'>> = {}, who = ours): Promise<string> {
  const visitId = uuidv7();
  await who.call('visit.plan', {
    partnershipSlug: pair.partnershipSlug,
    visitId,
    hostSide: 'international',
    hostGovernmentId: parties.international,
    startsOn: day(40),
    endsOn: day(44),
    purpose: 'To see the pumps at work.',
    ...more,
  });
  return visitId;
}

const read = (visitId: string, who = official): Promise<VisitPage> => who.call('visit.read', { visitId });

const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'answered',
    ({ code, details }: { code: string; details?: { fields?: { path: string; problem: string }[] } }) =>
      [code, ...(details?.fields ?? []).map(({ path, problem }) => `${path} ${problem}`)].join(': '),
  );

describe('a visit', () => {
  it('is planned once for its id, and read by everybody who works in the network', async () => {
    const input: Input<'visit.plan'> = {
      partnershipSlug: pair.partnershipSlug,
      visitId: uuidv7(),
      hostSide: 'swedish',
      hostGovernmentId: parties.swedish,
      startsOn: '2026-11-02',
      endsOn: '2026-11-06',
      purpose: 'To see the pumps at work.',
    };
    const { visitId } = input;
    const card = await ours.call('visit.plan', input);
    expect(await ours.call('visit.plan', input)).toEqual(card);
    expect(card).toMatchObject({ host: 'Granvika', plannedOn: '2026-11-02', state: 'planned', version: 1 });
    const page = await read(visitId, theirs);
    expect(page).toMatchObject({
      visit: card,
      network: { slug: networkSlug },
      partnership: { slug: pair.partnershipSlug },
      checklist: { invitationLetters: 'to_do', visas: 'to_do', interpreter: 'to_do' },
      lessonsDueOn: null,
      changes: [{ version: 1, by: { id: ours.personId }, reason: '', undone: false }],
      may: { change: false },
    });
    expect(page.parties.map(({ name, side }) => [name, side])).toEqual([
      ['Granvika', 'swedish'],
      ['Mto Mpya', 'international'],
    ]);
    expect((await read(visitId, ours)).may.change).toBe(true);
    expect(await refusal(read(visitId, guest))).toBe('NOT_FOUND');
    expect(await refusal(read(uuidv7()))).toBe('NOT_FOUND');
  });

  it('is planned and changed by its own people and by who looks after the network', async () => {
    expect(await refusal(planned({}, official))).toBe('FORBIDDEN');
    expect(await refusal(planned({}, theirs))).toBe('FORBIDDEN');
    expect(await refusal(planned({}, guest))).toBe('NOT_FOUND');
    const visitId = await planned({}, coordinator);
    const change = { visitId, baseVersion: 1, purpose: 'To mend the pumps.' };
    expect(await refusal(theirs.call('visit.change', change))).toBe('FORBIDDEN');
    expect(await refusal(official.call('visit.undo', { visitId, baseVersion: 1 }))).toBe('FORBIDDEN');
    expect(await ours.call('visit.change', change)).toMatchObject({ version: 2 });
  });

  it('is hosted by a party of the side, or by nobody in particular yet', async () => {
    const wrongSide = { hostSide: 'swedish', hostGovernmentId: parties.international } as const;
    expect(await refusal(planned(wrongSide))).toBe('INVALID: hostGovernmentId not_a_choice');
    const visitId = await planned();
    const change = (more: object) => ours.call('visit.change', { visitId, baseVersion: 1, ...more });
    expect(await refusal(change({ hostGovernmentId: uuidv7() }))).toBe('INVALID: hostGovernmentId not_a_choice');
    expect(await change({ hostSide: 'swedish' })).toMatchObject({ hostSide: 'swedish', host: null });
  });

  it('moves with a reason, is postponed with a cause, and is held once its first day has come', async () => {
    const visitId = await planned();
    const change = (baseVersion: number, more: object) => ours.call('visit.change', { visitId, baseVersion, ...more });
    const days = { startsOn: day(60), endsOn: day(64) };
    expect(await refusal(change(1, days))).toBe('INVALID: reason required');
    expect(await refusal(change(1, { state: 'postponed' }))).toBe('INVALID: cause required');
    expect(await refusal(change(1, { state: 'held' }))).toBe('INVALID: state too_early');
    const moved = { ...days, state: 'moved', cause: 'election', reason: 'There is an election that week.' };
    expect(await change(1, moved)).toMatchObject({ ...days, state: 'moved', plannedOn: day(40) });
    expect((await read(visitId)).cause).toBe('election');
    await change(2, { state: 'confirmed' });
    expect((await read(visitId)).cause).toBeNull();
    const past = { startsOn: day(-4), endsOn: day(0), reason: 'It was earlier.' };
    await change(3, { ...past, state: 'held_online' });
    const page = await read(visitId);
    expect(page.lessonsDueOn).toBe(day(14));
    expect(page.visit.hasLessons).toBe(false);
    await change(4, { lessons: 'Bring spare parts.' });
    expect((await read(visitId)).visit.hasLessons).toBe(true);
    expect(page.changes.map(({ version, state, reason }) => [version, state, reason])).toEqual([
      [4, 'held_online', 'It was earlier.'],
      [3, 'confirmed', ''],
      [2, 'moved', 'There is an election that week.'],
      [1, 'planned', ''],
    ]);
  });

  it('counts who comes by role, and prepares without a name', async () => {
    const visitId = await planned();
    const participants = [{ side: 'swedish' as const, role: 'politician' as const, count: 2 }];
    const change = { visitId, baseVersion: 1, participants, checklist: { visas: 'under_way' as const } };
    await ours.call('visit.change', change);
    expect(await read(visitId)).toMatchObject({
      participants,
      checklist: { invitationLetters: 'to_do', visas: 'under_way', interpreter: 'to_do' },
    });
    expect(await ours.call('visit.change', change)).toMatchObject({ version: 2 });
    await ours.call('visit.change', { visitId, baseVersion: 2, costOwner: 'icld' });
    expect(await read(visitId)).toMatchObject({ participants, costOwner: 'icld' });
    await ours.call('visit.undo', { visitId, baseVersion: 3 });
    expect(await read(visitId)).toMatchObject({ participants, costOwner: null });
    const twice = { visitId, baseVersion: 4, participants: participants.concat(participants) };
    expect(await refusal(ours.call('visit.change', twice))).toBe('INVALID: participants given_twice');
  });

  it('that two change at once is changed by the first, and the second is told what it is now', async () => {
    const visitId = await planned();
    const change = (purpose: string) => ours.call('visit.change', { visitId, baseVersion: 1, purpose });
    const answers = await Promise.allSettled([change('To look.'), change('To listen.')]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = answers.find((one) => one.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'CONFLICT', details: { current: { id: visitId, version: 2 } } });
  });

  it('is as before after an undoing, and as after it when that is undone', async () => {
    const visitId = await planned();
    await ours.call('visit.change', { visitId, baseVersion: 1, state: 'cancelled', reason: 'No money.' });
    const undo = { visitId, baseVersion: 2 };
    expect(await coordinator.call('visit.undo', undo)).toMatchObject({ state: 'planned', version: 3 });
    expect(await coordinator.call('visit.undo', undo)).toMatchObject({ version: 3 });
    expect(await refusal(ours.call('visit.undo', { visitId, baseVersion: 1 }))).toBe('CONFLICT');
    expect(await ours.call('visit.undo', { visitId, baseVersion: 3 })).toMatchObject({
      state: 'cancelled',
      version: 4,
    });
    expect((await read(visitId)).changes.map(({ undone }) => undone)).toEqual([true, true, false, false]);
    expect(await refusal(ours.call('visit.undo', { visitId: await planned(), baseVersion: 1 }))).toBe('CONFLICT');
  });

  it('is told at once, to whoever stands where its page said', async () => {
    const visitId = await planned();
    const watching = here.client(theirs);
    const told: HubEvent[] = [];
    watching.onEvents((events) => told.push(...events));
    await until(watching.state, (state) => state === 'online');
    const { stream } = await until(
      () => read(visitId, theirs),
      (page) => page.stream !== null,
    );
    watching.follow(stream?.channelId ?? '', stream?.seq ?? 0);
    await ours.call('visit.change', { visitId, baseVersion: 1, state: 'confirmed' });
    const [event] = await until(
      () => told.filter(({ kind }) => kind === 'visit.changed'),
      (seen) => seen.length > 0,
    );
    expect(event).toMatchObject({ networkId, visit: { id: visitId, state: 'confirmed', version: 2 } });
  });

  it('rests with its partnership and its network', async () => {
    const { partnershipSlug, partnershipId } = await formed('Alvik – Kisima');
    const place = { networkId, partnershipId, side: 'swedish' as const };
    const own = await somebody('Ida Falk', 'partnership_coordinator', place);
    const visitId = await planned({ partnershipSlug }, own);
    await coordinator.call('partnership.status', {
      partnershipSlug,
      status: 'withdrawn',
      fromOn: day(0),
      reason: 'A new council.',
    });
    const change = { visitId, baseVersion: 1, state: 'cancelled' as const };
    expect(await refusal(own.call('visit.change', change))).toBe('FORBIDDEN');
    expect(await coordinator.call('visit.change', change)).toMatchObject({ state: 'cancelled' });
    await here.database.query(`update networks set status = 'archived' where id = $1`, [networkId]);
    expect(await refusal(coordinator.call('visit.undo', { visitId, baseVersion: 2 }))).toBe('FORBIDDEN');
    expect((await read(visitId, coordinator)).may.change).toBe(false);
    await here.database.query(`update networks set status = 'active' where id = $1`, [networkId]);
  });
});

describe('the log of a partnership', () => {
  it('tells everybody who works in the network what people changed lately, visits and milestones alike', async () => {
    const { partnershipSlug, partnershipId } = await formed('Lidaby – Mwera');
    const plan = {
      networkSlug,
      itemId: uuidv7(),
      name: 'Report',
      kind: 'report',
      scope: 'partnership',
      plannedOn: day(90),
      ownerRole: 'project_manager',
    } as const;
    await coordinator.call('plan.add', plan);
    const { networks } = await coordinator.call('timeline.read', { networkSlug });
    const row = networks[0]?.rows.find(({ partnership }) => partnership.id === partnershipId);
    const milestone = row?.milestones.find(({ itemId }) => itemId === plan.itemId);
    const visitId = await planned({ partnershipSlug }, coordinator);
    const moved = { baseVersion: 1, forecastOn: day(120), reason: 'The auditor is ill.' };
    await coordinator.call('milestone.change', { milestoneId: milestone?.id ?? '', ...moved });
    const log = (who: Someone) => who.call('timeline.log', { partnershipSlug });
    expect(await log(theirs)).toMatchObject([
      {
        about: 'milestone',
        by: { id: coordinator.personId },
        reason: 'The auditor is ill.',
        milestone: { names: { en: 'Report' }, day: day(120) },
      },
      { about: 'visit', undone: false, visit: { id: visitId, host: 'Mto Mpya', state: 'planned', startsOn: day(40) } },
    ]);
    expect(await refusal(log(guest))).toBe('NOT_FOUND');
  });
});

describe('the minimum of visits a year', () => {
  it('is a setting of the network', async () => {
    expect((await coordinator.call('network.read', { networkSlug })).visitsAYear).toBe(2);
    await coordinator.call('network.change', { networkSlug, visitsAYear: 3 });
    expect((await official.call('network.read', { networkSlug })).visitsAYear).toBe(3);
    expect(await refusal(coordinator.call('network.change', { networkSlug, visitsAYear: 13 }))).toBe(
      'INVALID: visitsAYear too_large',
    );
  });
});
