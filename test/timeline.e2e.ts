/** The timeline: a plan laid out with its network, and where each partnership is in it. */
import { caller, type Call } from '@hub/client';
import type { Input, Output, Role } from '@hub/contracts';
import {
  channel,
  hub,
  membership,
  network,
  partnership,
  person,
  until,
  type Place,
  type SignedIn,
  type TestHub,
} from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';

interface Someone extends SignedIn {
  call: Call;
}

let here: TestHub;
let administrator: Someone;
const governments = { swedish: uuidv7(), international: uuidv7() };

beforeAll(async () => {
  here = await hub();
  await network(here.database, 'somewhere-else');
  administrator = await somebody('Ann Berg', 'administrator');
  for (const [side, id] of Object.entries(governments))
    await here.database.query(
      `insert into local_governments (id, name, kind, country, time_zone, source)
      values ($1, $2, 'city', $3, 'Africa/Nairobi', 'fictional')`,
      [id, side === 'swedish' ? 'Granvika' : 'Mto Mpya', side === 'swedish' ? 'SE' : 'TZ'],
    );
});

afterAll(() => here.close());

async function somebody(name: string, role: Role, place: Place = {}): Promise<Someone> {
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

/** The first of the month `months` ago. */
function monthsAgo(months: number): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)).toISOString().slice(0, 10);
}

type Partnership = NonNullable<Input<'network.create'>['partnerships']>[number];
const pair = (name: string, more: Partial<Partnership> = {}): Partnership => ({
  name,
  parties: [
    { side: 'swedish', localGovernmentId: governments.swedish },
    { side: 'international', localGovernmentId: governments.international },
  ],
  ...more,
});

/** A network in its eighth month, with a pair, an associate, and one that looks for its other side. */
async function founded(name: string) {
  const { themes } = await administrator.call('theme.list', {});
  const networkId = uuidv7();
  const { networkSlug } = await administrator.call('network.create', {
    networkId,
    name,
    themeId: themes[0]?.id ?? '',
    region: 'East Africa',
    round: 1,
    purpose: 'To adapt together.',
    startsOn: monthsAgo(7),
    channels: [],
    partnerships: [
      pair(`${name} pair`),
      pair(`${name} associate`, { associate: true }),
      pair(`${name} seeker`, { parties: [{ side: 'international', localGovernmentId: governments.international }] }),
    ],
  });
  const coordinator = await somebody('Sigrid Holm', 'project_coordinator', { networkId });
  const [ours] = (await read(coordinator, networkSlug)).rows;
  const pairId = ours?.partnership.id ?? '';
  const lead = await somebody('Lars Ek', 'partnership_coordinator', {
    networkId,
    partnershipId: pairId,
    side: 'swedish',
  });
  return { networkId, networkSlug, coordinator, lead, pairId };
}

type Network = Output<'timeline.read'>['networks'][number];
async function read(who: Someone, networkSlug: string): Promise<Network> {
  const { networks } = await who.call('timeline.read', { networkSlug });
  if (networks.length !== 1 || !networks[0]) throw new Error('One network was asked for.');
  return networks[0];
}

const rowOf = ({ rows }: Network, end: string) => {
  const row = rows.find(({ partnership: { name } }) => name.endsWith(end));
  if (!row) throw new Error(`There is no row of the ${end}.`);
  return row;
};

describe('a plan', () => {
  it('is laid out with its network, and each partnership has its own milestones', async () => {
    const { coordinator, networkSlug } = await founded('Planned');
    const timeline = await read(coordinator, networkSlug);
    expect(timeline).toMatchObject({ month: 8, visitsAYear: 2, may: { change: true } });
    expect(timeline.items).toHaveLength(25);
    expect(timeline.items[1]).toMatchObject({
      number: 2,
      names: { en: 'Kick-off conference', sv: 'Uppstartskonferens' },
      ownerRole: 'project_coordinator',
    });
    expect(timeline.milestones).toHaveLength(10);
    expect(timeline.milestones.map(({ late }) => late).filter(Boolean).length).toBeGreaterThan(2);
    const ours = rowOf(timeline, 'pair');
    expect(ours.milestones).toHaveLength(15);
    expect(ours).toMatchObject({
      partnership: { status: 'inception', countries: ['SE', 'TZ'], sdgTargets: [] },
      lastToldAt: null,
      visits: [],
      may: { change: true },
    });
    expect(ours.milestones[0]).toMatchObject({ state: 'not_started', forecastOn: null, version: 1 });
    for (const end of ['associate', 'seeker'])
      expect(rowOf(timeline, end).milestones.map(({ state }) => state)).toEqual(Array(15).fill('not_applicable'));
    expect(timeline.rows.at(-1)?.partnership.associate).toBe(true);
  });

  it('opens what lies ahead to a partnership that found its other side', async () => {
    const { coordinator, networkSlug } = await founded('Seeking');
    const seeker = rowOf(await read(coordinator, networkSlug), 'seeker').partnership;
    await coordinator.call('party.join', {
      partnershipSlug: seeker.slug,
      partyId: uuidv7(),
      side: 'swedish',
      localGovernmentId: governments.swedish,
      fromOn: monthsAgo(0),
    });
    const { today, networks } = await coordinator.call('timeline.read', { networkSlug });
    const row = networks[0] && rowOf(networks[0], 'seeker');
    expect(row?.milestones).toHaveLength(15);
    for (const { plannedOn, state, version } of row?.milestones ?? [])
      expect([plannedOn, state, version]).toEqual(
        plannedOn >= today ? [plannedOn, 'not_started', 2] : [plannedOn, 'not_applicable', 1],
      );
  });

  it('gives one that is formed later only what is due from then on', async () => {
    const { coordinator, networkSlug } = await founded('Growing');
    const { partnershipSlug } = await coordinator.call('partnership.create', {
      networkSlug,
      partnershipId: uuidv7(),
      ...pair('Growing latecomer'),
      status: 'inception',
      fromOn: monthsAgo(1),
    });
    const row = rowOf(await read(coordinator, networkSlug), 'latecomer');
    expect(row.partnership.slug).toBe(partnershipSlug);
    for (const { plannedOn, state } of row.milestones)
      expect([plannedOn, state]).toEqual([plannedOn, plannedOn < monthsAgo(1) ? 'not_applicable' : 'not_started']);
  });

  it('is laid out once for a network from before there were plans', async () => {
    const networkId = await network(here.database, 'older');
    const pairId = await partnership(here.database, networkId, 'older-pair');
    await channel(here.database, { networkId, kind: 'announcements', slug: 'announcements' });
    const coordinator = await somebody('Sigrid Holm', 'project_coordinator', { networkId });
    const lead = await somebody('Lars Ek', 'partnership_coordinator', {
      networkId,
      partnershipId: pairId,
      side: 'swedish',
    });
    expect(await read(coordinator, 'older')).toMatchObject({ items: [], milestones: [], rows: [{ milestones: [] }] });
    expect(await refusal(lead.call('plan.layOut', { networkSlug: 'older' }))).toBe('FORBIDDEN');
    await coordinator.call('plan.layOut', { networkSlug: 'older' });
    await coordinator.call('plan.layOut', { networkSlug: 'older' });
    const after = await read(coordinator, 'older');
    expect(after.items).toHaveLength(25);
    expect(after.rows[0]?.milestones).toHaveLength(15);
    const trail = await here.database.query('select action from audit_entries where subject_id = $1', [networkId]);
    expect(trail).toEqual([{ action: 'plan.layOut' }]);
  });

  it('gets another line, once, for the network or for every partnership', async () => {
    const { coordinator, lead, networkSlug } = await founded('Added to');
    const line: Input<'plan.add'> = {
      networkSlug,
      itemId: uuidv7(),
      name: 'Minister visits',
      kind: 'exchange',
      scope: 'partnership',
      plannedOn: '2099-05-04',
      deadline: { time: '16:00', timeZone: 'Africa/Nairobi' },
      ownerRole: 'project_manager',
    };
    await coordinator.call('plan.add', line);
    await coordinator.call('plan.add', line);
    await coordinator.call('plan.add', { ...line, itemId: uuidv7(), scope: 'network', deadline: undefined });
    const timeline = await read(lead, networkSlug);
    expect(timeline.items.slice(-2)).toMatchObject([
      { number: 26, names: { en: 'Minister visits' }, deadline: { time: '16:00', timeZone: 'Africa/Nairobi' } },
      { number: 27, deadline: null },
    ]);
    expect(rowOf(timeline, 'pair').milestones).toHaveLength(16);
    expect(timeline.milestones).toHaveLength(11);
    expect(await refusal(lead.call('plan.add', { ...line, itemId: uuidv7() }))).toBe('FORBIDDEN');
  });
});

describe('a timeline', () => {
  it('is read by all who work in the network; guests see the plan, others nothing', async () => {
    const { networkId, networkSlug, lead, pairId } = await founded('Seen');
    const mine = await read(lead, networkSlug);
    expect(mine).toMatchObject({ may: { change: false } });
    expect(mine.rows.map(({ partnership: { id }, may }) => [id === pairId, may.change]).filter(([own]) => own)).toEqual(
      [[true, true]],
    );
    expect(mine.rows.filter(({ may }) => may.change)).toHaveLength(1);
    const guest = await somebody('Gunn Ås', 'guest', { networkId });
    expect(await read(guest, networkSlug)).toMatchObject({ rows: [], stream: null, may: { change: false } });
    expect((await read(guest, networkSlug)).milestones).toHaveLength(10);
    const elsewhere = await network(here.database, 'quite-elsewhere');
    const stranger = await somebody('Stig Ek', 'expert', { networkId: elsewhere });
    expect(await refusal(stranger.call('timeline.read', { networkSlug }))).toBe('NOT_FOUND');
    expect((await stranger.call('timeline.read', {})).networks.map(({ slug }) => slug)).toEqual(['quite-elsewhere']);
    expect((await lead.call('timeline.read', {})).networks.map(({ slug }) => slug)).toEqual([networkSlug]);
  });

  it('names the channel that tells of its changes, and where it stands', async () => {
    const { lead, networkSlug } = await founded('Told');
    const { stream } = await until(
      () => read(lead, networkSlug),
      (timeline) => timeline.stream !== null,
    );
    const { channels } = await lead.call('network.read', { networkSlug });
    expect(stream?.channelId).toBe(channels.find(({ slug }) => slug === 'announcements')?.id);
  });

  it('says when the people of a partnership last told, from what everybody may know', async () => {
    const { lead, networkId, networkSlug } = await founded('Fresh');
    const told = async () => rowOf(await read(lead, networkSlug), 'pair').lastToldAt;
    const row = await until(
      async () => rowOf(await read(lead, networkSlug), 'pair'),
      ({ channelId }) => channelId !== null,
    );
    const other = await somebody('Amara Mwansa', 'expert', { networkId });
    const direct = await lead.call('direct.open', { networkSlug, personId: other.personId });
    const write = (channelId: string) =>
      lead.call('message.send', { channelId, clientId: uuidv7(), topicTitle: `News ${uuidv7()}`, body: 'We dug.' });
    await write(direct.id);
    expect(await told()).toBeNull();
    const said = await write(row.channelId ?? '');
    expect(await told()).toBe(said.sentAt);
    await write(direct.id);
    expect(await told()).toBe(said.sentAt);
  });
});
