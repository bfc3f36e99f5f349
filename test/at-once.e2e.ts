/** The timeline when two things happen at the same moment: neither overtakes the other, and nobody is told of a fault. */
import { caller, type Call } from '@hub/client';
import type { Input, Role, Side } from '@hub/contracts';
import { channel, hub, membership, network, person, until, type Place, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';

const networkSlug = 'climate';
let here: TestHub;
let networkId: string;
let coordinator: Call;
let parties: Record<Side, string>;

beforeAll(async () => {
  here = await hub();
  networkId = await network(here.database);
  await channel(here.database, { networkId, kind: 'announcements', slug: 'announcements' });
  coordinator = await somebody('project_coordinator', { networkId });
  const add = async (name: string, country: string, timeZone: string) =>
    (await coordinator('government.add', { networkSlug, name, kind: 'municipality', country, timeZone })).id;
  parties = {
    swedish: await add('Granvika', 'SE', 'Europe/Stockholm'),
    international: await add('Mto Mpya', 'TZ', 'Africa/Dar_es_Salaam'),
  };
  await coordinator('plan.layOut', { networkSlug });
});

afterAll(() => here.close());

async function somebody(role: Role, place: Place): Promise<Call> {
  const personId = await person(here.database);
  await membership(here.database, personId, role, place);
  return caller({ origin: here.origin, headers: (await here.signIn(personId)).headers });
}

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A partnership with a milestone and a visit ahead, and one who looks after it. */
async function formed(name: string) {
  const partnershipId = uuidv7();
  const { partnershipSlug } = await coordinator('partnership.create', {
    networkSlug,
    partnershipId,
    name,
    status: 'inception',
    fromOn: '2026-05-01',
    parties: (['swedish', 'international'] as const).map((side) => ({ side, localGovernmentId: parties[side] })),
  });
  const lead = await somebody('partnership_coordinator', { networkId, partnershipId, side: 'swedish' });
  const { networks } = await coordinator('timeline.read', { networkSlug });
  const row = networks[0]?.rows.find(({ partnership }) => partnership.id === partnershipId);
  const milestoneId = row?.milestones.find(({ state }) => state === 'not_started')?.id ?? '';
  const visitId = uuidv7();
  await lead('visit.plan', visitOf(partnershipSlug, visitId));
  return { partnershipId, partnershipSlug, lead, milestoneId, visitId };
}

function visitOf(partnershipSlug: string, visitId: string): Input<'visit.plan'> {
  const days = { startsOn: day(40), endsOn: day(44) };
  return { partnershipSlug, visitId, hostSide: 'swedish', ...days, purpose: 'To see the pumps at work.' };
}

const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'answered',
    ({ code }: { code: string }) => code,
  );

describe('a partnership that is withdrawn at this moment', () => {
  it('is changed by none of its people who were a moment too late', async () => {
    const { partnershipId, partnershipSlug, lead, milestoneId, visitId } = await formed('Norrvika – Lukanda');
    const late = await here.database.transaction(async (tx) => {
      await tx.query('select from partnerships where id = $1 for no key update', [partnershipId]);
      const status = `insert into partnership_statuses (partnership_id, from_on, status) values ($1, current_date, 'withdrawn')`;
      await tx.query(status, [partnershipId]);
      const asked = [
        lead('milestone.change', { milestoneId, baseVersion: 1, state: 'at_risk' }),
        lead('evidence.add', { milestoneId, evidenceId: uuidv7(), note: '', link: 'https://icld.se', sdgTargets: [] }),
        lead('visit.change', { visitId, baseVersion: 1, state: 'cancelled' }),
        lead('visit.plan', visitOf(partnershipSlug, uuidv7())),
      ].map(refusal);
      await until(
        () =>
          here.database.query(
            `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          ),
        (waiting) => waiting.length === asked.length,
      );
      return asked;
    });
    expect(await Promise.all(late)).toEqual(Array(4).fill('FORBIDDEN'));
  });
});

describe('the same id for two things at once', () => {
  it('is of the first, and the second is told so', async () => {
    const [one, two] = [await formed('Alvik – Kisima'), await formed('Ekvik – Mlima')];
    const [visitId, evidenceId, itemId, partyId, seatId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()];
    const { id: localGovernmentId } = await coordinator('government.add', {
      networkSlug,
      name: 'Sandvik',
      kind: 'municipality',
      country: 'SE',
      timeZone: 'Europe/Stockholm',
    });
    const party = { partyId, side: 'swedish' as const, localGovernmentId, fromOn: day(-1) };
    const seat = {
      seatId,
      side: 'swedish' as const,
      role: 'politician' as const,
      mandate: 'none' as const,
      fromOn: day(0),
    };
    const evidence = { evidenceId, note: '', link: 'https://icld.se', sdgTargets: [] };
    const line = {
      itemId,
      name: 'Minister visits',
      kind: 'exchange' as const,
      scope: 'network' as const,
      plannedOn: '2030-05-06',
      ownerRole: 'expert' as const,
    };
    const elsewhere = await network(here.database, 'elsewhere');
    const other = await somebody('project_coordinator', { networkId: elsewhere });
    const pairs = [
      () => [one, two].map(({ lead, partnershipSlug }) => lead('visit.plan', visitOf(partnershipSlug, visitId))),
      () => [one, two].map(({ lead, milestoneId }) => lead('evidence.add', { ...evidence, milestoneId })),
      () => [one, two].map(({ partnershipSlug }) => coordinator('party.join', { ...party, partnershipSlug })),
      () => [one, two].map(({ partnershipSlug }) => coordinator('seat.add', { ...seat, partnershipSlug })),
      () => [
        coordinator('plan.add', { ...line, networkSlug }),
        other('plan.add', { ...line, networkSlug: 'elsewhere' }),
      ],
    ];
    for (const both of pairs)
      expect((await Promise.all(both().map(refusal))).toSorted()).toEqual(['CONFLICT', 'answered']);
  });

  it('and for the same thing twice, is done once', async () => {
    const { lead, milestoneId, partnershipSlug } = await formed('Sjövik – Bahari');
    const visit = visitOf(partnershipSlug, uuidv7());
    const evidence = { milestoneId, evidenceId: uuidv7(), note: '', link: 'https://icld.se', sdgTargets: [] };
    const twice = [1, 2].flatMap(() => [lead('visit.plan', visit), lead('evidence.add', evidence)]);
    expect(await Promise.all(twice.map(refusal))).toEqual(Array(4).fill('answered'));
    expect((await lead('milestone.read', { milestoneId })).evidence).toHaveLength(1);
  });
});
