/** Seats of a steering group: filled, vacated, handed over; what a seat opens goes with it, what was written stays. */
import { caller, type Call } from '@hub/client';
import type { PartnershipPage, Role, Side } from '@hub/contracts';
import { hub, membership, network, person, until, type SignedIn, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';

interface Someone extends SignedIn {
  call: Call;
}

const networkSlug = 'climate';
let here: TestHub;
let networkId: string;
let coordinator: Someone;
let today: string;
/** A partnership of its own for every test, with its own coordinator. */
let partnershipSlug: string;
let partnershipId: string;
let samordnare: Someone;

beforeAll(async () => {
  here = await hub();
  networkId = await network(here.database);
  coordinator = await somebody('Sigrid Holm', 'project_coordinator');
  const [now] = await here.database.query<{ today: string }>('select current_date as today');
  today = now?.today ?? '';
});

beforeEach(async () => {
  partnershipId = uuidv7();
  const add = async (name: string, country: string, timeZone: string) =>
    (
      await coordinator.call('government.add', {
        networkSlug,
        name: `${name} ${partnershipId}`,
        kind: 'municipality',
        country,
        timeZone,
      })
    ).id;
  const parties = [
    { side: 'swedish' as const, localGovernmentId: await add('Granvika', 'SE', 'Europe/Stockholm') },
    { side: 'international' as const, localGovernmentId: await add('Mto Mpya', 'TZ', 'Africa/Dar_es_Salaam') },
  ];
  const pair = { networkSlug, partnershipId, name: 'Pair', status: 'active' as const, fromOn: '2026-04-01', parties };
  ({ partnershipSlug } = await coordinator.call('partnership.create', pair));
  samordnare = await somebody('Lars Ek', 'partnership_coordinator', { partnershipId, side: 'swedish' });
});

afterAll(() => here.close());

async function somebody(
  name: string,
  role: Role,
  place: { partnershipId?: string; side?: Side } = {},
): Promise<Someone> {
  const personId = await person(here.database, name);
  await membership(here.database, personId, role, { networkId, ...place });
  const signedIn = await here.signIn(personId);
  return { ...signedIn, call: caller({ origin: here.origin, headers: signedIn.headers }) };
}

const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'answered',
    ({ code, details }: { code: string; details?: { fields?: { path: string; problem: string }[] } }) =>
      [code, ...(details?.fields ?? []).map(({ path, problem }) => `${path} ${problem}`)].join(': '),
  );

const read = (who: Someone): Promise<PartnershipPage> => who.call('partnership.read', { partnershipSlug });
const steeringRoom = async (who: Someone) => (await read(who)).channels.find(({ kind }) => kind === 'steering_group');
async function seatOf(side: Side, mandate: 'majority' | 'opposition' | 'none') {
  const seats = await samordnare.call('seat.list', { partnershipSlug });
  const seat = seats.find((one) => one.side === side && one.mandate === mandate);
  if (!seat) throw new Error('A side begins with three seats.');
  return seat;
}
const trail = (subjectId: string) =>
  here.database.query<{ action: string }>(
    'select action, actor_id as "actorId" from audit_entries where subject_id = $1 order by at, id',
    [subjectId],
  );

describe('a seat', () => {
  it('brings its role to whoever takes it, and takes it along when it is handed over', async () => {
    const { id: seatId } = await seatOf('swedish', 'majority');
    const [eva, nils] = [await somebody('Eva Lind', 'expert'), await somebody('Nils Ek', 'expert')];
    const of = { partnershipSlug, seatId };
    await samordnare.call('seat.fill', { ...of, personId: eva.personId, fromOn: '2026-06-01' });
    await samordnare.call('seat.fill', { ...of, personId: eva.personId, fromOn: '2026-06-01' });
    const room = await until(
      () => steeringRoom(eva),
      (channel) => channel !== undefined,
    );
    const channelId = room?.id ?? '';
    const said = { channelId, clientId: uuidv7(), topicTitle: 'Agenda', body: 'What we decide on.' };
    const { topicId } = await eva.call('message.send', said);

    await samordnare.call('seat.handover', { ...of, personId: nils.personId, on: today });
    await until(
      () => steeringRoom(nils),
      (channel) => channel !== undefined,
    );
    expect(await refusal(eva.call('channel.read', { channelId }))).toBe('NOT_FOUND');
    const { messages } = await nils.call('message.list', { topicId });
    expect(messages.map(({ author, body }) => [author.name, body])).toEqual([['Eva Lind', 'What we decide on.']]);
    const seat = await seatOf('swedish', 'majority');
    expect(seat.holder?.name).toBe('Nils Ek');
    expect(seat.holders.map(({ person: { name }, fromOn, untilOn }) => [name, fromOn, untilOn])).toEqual([
      ['Nils Ek', today, null],
      ['Eva Lind', '2026-06-01', today],
    ]);
    expect((await trail(seatId)).map(({ action }) => action)).toEqual(['seat.fill', 'seat.handover']);
    const roles = (await read(coordinator)).people.map(({ name, roles: [one] }) => [name, one?.role, one?.side]);
    expect(roles).toEqual([
      ['Lars Ek', 'partnership_coordinator', 'swedish'],
      ['Nils Ek', 'politician', 'swedish'],
    ]);
  });

  it('becomes vacant with the role of its holder, or on a day that is to come', async () => {
    const { id: seatId } = await seatOf('international', 'none');
    const asha = await somebody('Asha Juma', 'expert');
    const of = { partnershipSlug, seatId };
    await coordinator.call('seat.fill', { ...of, personId: asha.personId, fromOn: '2026-06-01' });
    await coordinator.call('seat.vacate', { ...of, untilOn: '2090-01-01' });
    expect((await seatOf('international', 'none')).holder?.name).toBe('Asha Juma');
    await coordinator.call('seat.vacate', { ...of, untilOn: today });
    expect((await seatOf('international', 'none')).holder).toBeNull();
    expect((await read(coordinator)).people.map(({ name }) => name)).toEqual(['Lars Ek']);
    expect(await refusal(coordinator.call('seat.vacate', { ...of, untilOn: today }))).toBe('answered');
    expect(await refusal(coordinator.call('seat.vacate', { ...of, untilOn: '2090-01-01' }))).toBe('CONFLICT');
  });

  it('keeps the role of somebody who sits in two until they have left both', async () => {
    const [one, two] = [await seatOf('swedish', 'majority'), await seatOf('swedish', 'opposition')];
    const eva = await somebody('Eva Lind', 'expert');
    for (const { id: seatId } of [one, two])
      await coordinator.call('seat.fill', { partnershipSlug, seatId, personId: eva.personId, fromOn: '2026-06-01' });
    const isPolitician = async () => (await read(coordinator)).people.some(({ name }) => name === 'Eva Lind');
    await coordinator.call('seat.end', { partnershipSlug, seatId: one.id, untilOn: today });
    expect(await isPolitician()).toBe(true);
    await coordinator.call('seat.vacate', { partnershipSlug, seatId: two.id, untilOn: today });
    expect(await isPolitician()).toBe(false);
    const left = await coordinator.call('seat.list', { partnershipSlug });
    expect(left.map(({ id }) => id)).not.toContain(one.id);
  });

  it('is held by one role, however long its holder has had that role already', async () => {
    const { id: seatId } = await seatOf('swedish', 'majority');
    const eva = await somebody('Eva Lind', 'expert');
    const place = { networkId, partnershipId, side: 'swedish' as const };
    await samordnare.call('role.grant', {
      personId: eva.personId,
      role: 'politician',
      fromOn: today,
      lastOn: '2090-01-01',
      ...place,
    });
    await samordnare.call('seat.fill', { partnershipSlug, seatId, personId: eva.personId, fromOn: '2026-06-01' });
    const held = await here.database.query(
      `select from_on as "fromOn", until_on as "untilOn" from memberships where person_id = $1 and role = 'politician'`,
      [eva.personId],
    );
    expect(held).toEqual([{ fromOn: '2026-06-01', untilOn: null }]);
    const [entry] = (await coordinator.call('audit.list', { subjectId: seatId })).entries;
    const names = Object.values((await coordinator.call('audit.list', { subjectId: seatId })).names);
    expect([entry?.action, names]).toEqual(['seat.fill', ['Eva Lind']]);
  });

  it('is added, and refused with every field that is wrong named', async () => {
    const add = (more: object) =>
      refusal(
        samordnare.call('seat.add', {
          partnershipSlug,
          seatId: uuidv7(),
          side: 'swedish',
          role: 'senior_official',
          mandate: 'none',
          fromOn: '2026-06-01',
          ...more,
        }),
      );
    expect(await add({})).toBe('answered');
    expect(await add({ mandate: 'majority' })).toBe('INVALID: mandate not_a_choice');
    const { id: seatId } = await seatOf('swedish', 'majority');
    const of = { partnershipSlug, seatId };
    const eva = await somebody('Eva Lind', 'expert');
    const fill = (personId: string, fromOn: string) =>
      refusal(samordnare.call('seat.fill', { ...of, personId, fromOn }));
    expect(await fill(eva.personId, '2026-03-01')).toBe('INVALID: fromOn too_early');
    expect(await fill(await person(here.database, 'A Stranger'), today)).toBe('INVALID: personId not_a_choice');
    expect(await refusal(samordnare.call('seat.handover', { ...of, personId: eva.personId, on: today }))).toBe(
      'CONFLICT',
    );
    expect(await fill(eva.personId, '2026-06-01')).toBe('answered');
    expect(await fill(coordinator.personId, '2026-07-01')).toBe('INVALID: fromOn taken');
    expect(await refusal(samordnare.call('seat.handover', { ...of, personId: eva.personId, on: today }))).toBe(
      'INVALID: personId not_a_choice',
    );
    expect(await refusal(samordnare.call('seat.vacate', { ...of, untilOn: '2026-05-01' }))).toBe(
      'INVALID: untilOn too_early',
    );
    expect(await refusal(samordnare.call('seat.vacate', { ...of, seatId: uuidv7(), untilOn: today }))).toBe(
      'NOT_FOUND',
    );
  });
});

describe('which mandates are missing', () => {
  it('is said to the steering group and ICLD, and can be told by nobody else', async () => {
    const member = await somebody('Ulla Berg', 'team_member', { partnershipId, side: 'swedish' });
    const hidden = async (who: Someone) => {
      const { steeringGroup } = await read(who);
      return [steeringGroup.compositionShown, steeringGroup.missingMandates, steeringGroup.seats];
    };
    expect(await hidden(member)).toEqual([false, null, []]);
    const eva = await somebody('Eva Lind', 'expert');
    for (const side of ['swedish', 'international'] as const) {
      const { id: seatId } = await seatOf(side, 'majority');
      const sits = side === 'swedish' ? eva : await somebody('Asha Juma', 'expert');
      await coordinator.call('seat.fill', { partnershipSlug, seatId, personId: sits.personId, fromOn: '2026-06-01' });
    }
    const opposition = await somebody('Omar Said', 'expert');
    const { id: seatId } = await seatOf('international', 'opposition');
    await coordinator.call('seat.fill', {
      partnershipSlug,
      seatId,
      personId: opposition.personId,
      fromOn: '2026-06-01',
    });
    const missing = [{ side: 'swedish', mandate: 'opposition' }];
    expect((await read(coordinator)).steeringGroup.missingMandates).toEqual(missing);
    expect((await read(eva)).steeringGroup.missingMandates).toEqual(missing);
    expect((await read(member)).steeringGroup.missingMandates).toBeNull();
    expect((await read(samordnare)).steeringGroup.missingMandates).toBeNull();
    expect(await refusal(member.call('seat.list', { partnershipSlug }))).toBe('FORBIDDEN');
    expect((await read(samordnare)).may).toEqual({ change: false, seats: true });
    expect((await read(member)).may).toEqual({ change: false, seats: false });
  });
});
