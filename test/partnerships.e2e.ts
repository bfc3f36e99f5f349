/** Partnerships are formed, their parties join and leave, and their status has a history. */
import { caller, type Call } from '@hub/client';
import type { Input, PartnershipPage, PartnershipStatus, Role, Side } from '@hub/contracts';
import { hub, membership, network, person, until, type SignedIn, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';

interface Someone extends SignedIn {
  call: Call;
}

const networkSlug = 'climate';
let here: TestHub;
let networkId: string;
let administrator: Someone;
let coordinator: Someone;
let swedish: string[];
let international: string[];
let today: string;

beforeAll(async () => {
  here = await hub();
  networkId = await network(here.database);
  administrator = await somebody('Ann Berg', 'administrator');
  coordinator = await somebody('Sigrid Holm', 'project_coordinator', { networkId });
  const add = async (name: string, country: string, timeZone: string) =>
    (await coordinator.call('government.add', { networkSlug, name, kind: 'municipality', country, timeZone })).id;
  swedish = [await add('Granvika', 'SE', 'Europe/Stockholm'), await add('Alvnäset', 'SE', 'Europe/Stockholm')];
  international = [await add('Mto Mpya', 'TZ', 'Africa/Dar_es_Salaam'), await add('Lukanda', 'ZM', 'Africa/Lusaka')];
  const [now] = await here.database.query<{ today: string }>('select current_date as today');
  today = now?.today ?? '';
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

const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'answered',
    ({ code, details }: { code: string; details?: { fields?: { path: string; problem: string }[] } }) =>
      [code, ...(details?.fields ?? []).map(({ path, problem }) => `${path} ${problem}`)].join(': '),
  );

const read = (who: Someone, partnershipSlug: string): Promise<PartnershipPage> =>
  who.call('partnership.read', { partnershipSlug });
const trail = async (subjectId: string) =>
  (
    await here.database.query<{ action: string }>(
      'select action from audit_entries where subject_id = $1 order by at, id',
      [subjectId],
    )
  ).map(({ action }) => action);
const seatsOf = (page: PartnershipPage, side: Side) =>
  page.steeringGroup.seats.filter((seat) => seat.side === side).map(({ role, mandate }) => `${role} ${mandate}`);
const threeSeats = ['politician majority', 'politician opposition', 'senior_official none'];

const asked = (name: string, more: Partial<Input<'partnership.create'>> = {}): Input<'partnership.create'> => ({
  networkSlug,
  partnershipId: uuidv7(),
  name,
  status: 'inception',
  fromOn: '2026-05-01',
  parties: [
    { side: 'swedish', localGovernmentId: swedish[0] ?? '' },
    { side: 'international', localGovernmentId: international[0] ?? '' },
  ],
  ...more,
});

async function formed(name: string, more: Partial<Input<'partnership.create'>> = {}) {
  const input = asked(name, more);
  const { partnershipSlug } = await coordinator.call('partnership.create', input);
  return { partnershipSlug, partnershipId: input.partnershipId };
}

describe('a new partnership', () => {
  it('comes with its channels, its steering group and three seats on each side', async () => {
    const input = asked('Granvika – Mto Mpya');
    const made = await coordinator.call('partnership.create', input);
    expect(made).toEqual({ partnershipSlug: 'granvika-mto-mpya' });
    expect(await coordinator.call('partnership.create', input)).toEqual(made);
    const page = await read(coordinator, made.partnershipSlug);
    expect(page).toMatchObject({
      status: 'inception',
      statusFromOn: '2026-05-01',
      missingSides: [],
      may: { change: true },
    });
    expect(page.parties.map(({ localGovernment, fromOn }) => [localGovernment.name, fromOn])).toEqual([
      ['Granvika', '2026-05-01'],
      ['Mto Mpya', '2026-05-01'],
    ]);
    expect([seatsOf(page, 'swedish'), seatsOf(page, 'international')]).toEqual([threeSeats, threeSeats]);
    const place = { networkId, partnershipId: input.partnershipId, side: 'swedish' as const };
    const politician = await somebody('Eva Lind', 'politician', place);
    const kinds = async () =>
      (await read(politician, made.partnershipSlug)).channels.map(({ kind, name }) => [kind, name]);
    expect(await until(kinds, (seen) => seen.length === 2)).toEqual([
      ['partnership', 'Granvika – Mto Mpya'],
      ['steering_group', 'Steering group Granvika – Mto Mpya'],
    ]);
    expect(await trail(input.partnershipId)).toEqual(['partnership.create']);
  });

  it('may miss a side, have three parties, or be associate and have nothing to steer', async () => {
    const one = await formed('Alvnäset seeks', { parties: [{ side: 'swedish', localGovernmentId: swedish[1] ?? '' }] });
    const seeking = await read(coordinator, one.partnershipSlug);
    expect([seeking.missingSides, seatsOf(seeking, 'international')]).toEqual([['international'], []]);
    const { partnershipSlug } = await formed('Three of us', {
      parties: [...asked('').parties, { side: 'international', localGovernmentId: international[1] ?? '' }],
    });
    expect((await read(coordinator, partnershipSlug)).parties).toHaveLength(3);
    const associate = await formed('Looking on', { associate: true, status: 'alumni' });
    const page = await read(coordinator, associate.partnershipSlug);
    expect([page.associate, page.steeringGroup.seats]).toEqual([true, []]);
  });

  it('is refused with every field that is wrong named', async () => {
    const create = (more: object) => refusal(coordinator.call('partnership.create', asked('Again', more)));
    const [first] = asked('').parties;
    expect(await create({ slug: 'granvika-mto-mpya' })).toBe('INVALID: slug taken');
    expect(await create({ fromOn: '2090-01-01' })).toBe('INVALID: fromOn too_late');
    expect(await create({ parties: [] })).toBe('INVALID: parties too_few');
    expect(await create({ parties: [first, first] })).toBe('INVALID: parties.1.localGovernmentId taken');
    expect(await create({ parties: [{ side: 'swedish', localGovernmentId: uuidv7() }] })).toBe(
      'INVALID: parties.0.localGovernmentId not_a_choice',
    );
  });

  it('can be there from the first day of a network', async () => {
    const { themes } = await administrator.call('theme.list', {});
    const { networkSlug: slug } = await administrator.call('network.create', {
      networkId: uuidv7(),
      name: 'Water',
      themeId: themes[0]?.id ?? '',
      region: 'East Africa',
      round: 1,
      purpose: 'To drink.',
      startsOn: '2099-01-01',
      channels: [],
      partnerships: [{ name: 'First pair', parties: asked('').parties }],
    });
    const page = await administrator.call('network.read', { networkSlug: slug });
    expect(page.partnershipCards).toMatchObject([{ name: 'First pair', status: 'inception', statusFromOn: today }]);
  });
});

describe('a local government', () => {
  it('stands once, whatever its marks and capitals', async () => {
    const add = (name: string, kind: 'municipality' | 'region' = 'municipality') =>
      refusal(
        coordinator.call('government.add', { networkSlug, name, kind, country: 'SE', timeZone: 'Europe/Stockholm' }),
      );
    expect(await add('ALVNASET')).toBe('INVALID: name taken');
    expect(await add('Alvnäset', 'region')).toBe('answered');
    const listed = await coordinator.call('government.list', { networkSlug });
    expect(listed.filter(({ name }) => name === 'Alvnäset').map(({ kind }) => kind)).toHaveLength(2);
    expect(await administrator.call('government.list', {})).toEqual(listed);
  });
});

describe('a partnership that changes', () => {
  it('takes its channels with its new name and keeps the former', async () => {
    const { partnershipSlug, partnershipId } = await formed('Old name');
    await coordinator.call('partnership.change', { partnershipSlug, name: 'New name' });
    expect(await read(coordinator, partnershipSlug)).toMatchObject({ name: 'New name', formerNames: ['Old name'] });
    const rooms = await here.database.query<{ name: string }>(
      'select name from channels where partnership_id = $1 order by name',
      [partnershipId],
    );
    expect(rooms.map(({ name }) => name)).toEqual(['New name', 'Steering group New name']);
  });

  it('keeps who was a party and when; a side that finds its first has its seats', async () => {
    const { partnershipSlug, partnershipId } = await formed('Joining', {
      parties: [{ side: 'swedish', localGovernmentId: swedish[0] ?? '' }],
    });
    const party = { partnershipSlug, partyId: uuidv7(), side: 'international' as const };
    const join = (localGovernmentId: string | undefined, fromOn = '2026-06-01') =>
      coordinator.call('party.join', { ...party, localGovernmentId: localGovernmentId ?? '', fromOn });
    expect(await refusal(join(swedish[0]))).toBe('INVALID: localGovernmentId taken');
    expect(await refusal(join(international[0], '2090-01-01'))).toBe('INVALID: fromOn too_late');
    await join(international[0]);
    await join(international[0]);
    expect(seatsOf(await read(coordinator, partnershipSlug), 'international')).toEqual(threeSeats);
    const leave = (untilOn: string) =>
      refusal(coordinator.call('party.leave', { partnershipSlug, partyId: party.partyId, untilOn }));
    expect(await leave('2026-05-01')).toBe('INVALID: untilOn too_early');
    expect(await leave('2090-01-01')).toBe('answered');
    expect((await read(coordinator, partnershipSlug)).missingSides).toEqual([]);
    expect(await leave(today)).toBe('answered');
    const page = await read(coordinator, partnershipSlug);
    expect(page.missingSides).toEqual(['international']);
    expect(page.formerParties).toMatchObject([
      { localGovernment: { name: 'Mto Mpya' }, fromOn: '2026-06-01', untilOn: today },
    ]);
    expect(await leave('2090-01-01')).toBe('CONFLICT');
    expect(await trail(partnershipId)).toEqual(['partnership.create', 'party.join', 'party.leave', 'party.leave']);
  });

  it('has a status with a history; while it is withdrawn its channels are closed and nothing else has ended', async () => {
    const { partnershipSlug, partnershipId } = await formed('Pausing');
    const place = { networkId, partnershipId, side: 'swedish' as const };
    const member = await somebody('Nils Ek', 'team_member', place);
    const set = (status: PartnershipStatus, fromOn: string, reason = '') =>
      refusal(coordinator.call('partnership.status', { partnershipSlug, status, fromOn, reason }));
    const room = async () => (await read(member, partnershipSlug)).channels[0];
    await until(room, (channel) => channel !== undefined);
    expect(await set('paused', '2026-06-01', 'Elections.')).toBe('answered');
    expect(await set('active', '2026-05-15')).toBe('INVALID: fromOn too_early');
    expect(await set('active', '2090-01-01')).toBe('INVALID: fromOn too_late');
    expect((await room())?.archived).toBe(false);
    expect(await set('withdrawn', '2026-07-01', 'A new council.')).toBe('answered');
    expect((await room())?.archived).toBe(true);
    const page = await read(member, partnershipSlug);
    expect(page.statuses).toEqual([
      { status: 'inception', fromOn: '2026-05-01', reason: '' },
      { status: 'paused', fromOn: '2026-06-01', reason: 'Elections.' },
      { status: 'withdrawn', fromOn: '2026-07-01', reason: 'A new council.' },
    ]);
    expect(page.people.map(({ name }) => name)).toEqual(['Nils Ek']);
    expect(await set('active', '2026-07-01', 'It was a mistake.')).toBe('answered');
    expect((await room())?.archived).toBe(false);
    expect((await read(member, partnershipSlug)).statuses.at(-1)).toMatchObject({
      status: 'active',
      fromOn: '2026-07-01',
    });
    expect(await trail(partnershipId)).toEqual(['partnership.create', ...Array(3).fill('partnership.status')]);
  });

  it('stays as it is in a closed network', async () => {
    const { partnershipSlug } = await formed('Last one');
    await administrator.call('network.close', { networkSlug, to: 'completed' });
    expect((await read(coordinator, partnershipSlug)).may.change).toBe(false);
    const tries = [
      coordinator.call('partnership.change', { partnershipSlug, name: 'Other' }),
      coordinator.call('partnership.status', { partnershipSlug, status: 'active', fromOn: today }),
      coordinator.call('partnership.create', asked('One more')),
    ];
    expect(await Promise.all(tries.map(refusal))).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
    await administrator.call('network.close', { networkSlug, to: 'open' });
  });
});
