/** What the first page says is next: to each what concerns them, and no more. */
import { caller, type Call } from '@hub/client';
import type { Role } from '@hub/contracts';
import { channel, hub, membership, network, partnership, person, type Place, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';

let here: TestHub;
let networkId: string;
let pairId: string;
let otherPairId: string;
let number = 0;

beforeAll(async () => {
  here = await hub();
  networkId = await network(here.database);
  pairId = await partnership(here.database, networkId);
  otherPairId = await partnership(here.database, networkId, 'malmo-lusaka');
  await milestone('Late', -40, { of: pairId });
  await milestone('Later', -3, { of: pairId, state: 'at_risk' });
  await milestone('Done', -20, { of: pairId, state: 'done' });
  await milestone('Report', 5, { of: pairId, state: 'at_risk' });
  await milestone('Plan', 9, { of: pairId });
  await milestone('Theirs', -1, { of: otherPairId });
  await milestone('Out of question', -9, { of: otherPairId, state: 'not_applicable' });
  await milestone('Module', -2, {});
  await milestone('Workshop', 30, {});
  await milestone('Conference', 60, {});
  await visit(pairId, 20, 'planned');
  await visit(pairId, 8, 'postponed');
  await visit(otherPairId, 4, 'confirmed');
  await visit(otherPairId, -9, 'held');
  for (const days of [-40, -400, -20]) await visit(pairId, days, 'held');
});

afterAll(() => here.close());

async function somebody(role: Role, place: Place): Promise<Call> {
  const personId = await person(here.database);
  await membership(here.database, personId, role, place);
  return caller({ origin: here.origin, headers: (await here.signIn(personId)).headers });
}

/** So many days from today. */
async function milestone(name: string, days: number, { of, state }: { of?: string; state?: string }): Promise<void> {
  const itemId = uuidv7();
  await here.database.query(
    `insert into plan_items (id, network_id, number, kind, scope, names, month, planned_on, owner_role)
    values ($1, $2, $3, 'report', $4, $5, 1, current_date + $6::int, 'project_manager')`,
    [itemId, networkId, ++number, of === undefined ? 'network' : 'partnership', JSON.stringify({ en: name }), days],
  );
  await here.database.query(
    `insert into milestones (id, item_id, network_id, partnership_id, planned_on, state, actual_on)
    values ($1, $2, $3, $4, current_date + $5::int, $6, case when $6 = 'done' then current_date end)`,
    [uuidv7(), itemId, networkId, of ?? null, days, state ?? 'not_started'],
  );
}

async function visit(of: string, days: number, state: string): Promise<void> {
  await here.database.query(
    `insert into visits (id, network_id, partnership_id, host_side, planned_on, starts_on, ends_on, state, purpose, checklist)
    values ($1, $2, $3, 'swedish', current_date, current_date + $4::int, current_date + $4::int + 2, $5, 'To see.', '{}')`,
    [uuidv7(), networkId, of, days, state],
  );
}

const named = (dates: { names: Record<string, string> }[]) => dates.map(({ names }) => names.en);
const inPair = () => ({ networkId, partnershipId: pairId, side: 'swedish' as const });

describe('what is next', () => {
  it('is to a team its own deadline, visit and what is late, the longest first, and the network’s next date', async () => {
    const call = await somebody('politician', inPair());
    const next = await call('timeline.next', {});
    expect([named(next.late), next.lateCount, next.deadline?.names.en]).toEqual([['Late', 'Later'], 2, 'Report']);
    expect(next.late[0]).toMatchObject({ late: true, partnership: { slug: 'granvika-mto-mpya' } });
    expect(next.visit).toMatchObject({ state: 'planned', partnership: { slug: 'granvika-mto-mpya' } });
    expect(next.networks).toMatchObject([
      {
        network: { slug: 'climate' },
        next: { names: { en: 'Workshop' }, partnership: null },
        visit: null,
        watch: null,
      },
    ]);
  });

  it('reckons with a deadline where its clock is, also in a zone that the database does not know by this name', async () => {
    await milestone('At a clock', -2, { of: otherPairId });
    const ours = `names ->> 'en' = 'At a clock'`;
    await here.database.query(
      `update plan_items set deadline_time = '23:59', deadline_zone = 'US/Pacific-New' where ${ours}`,
    );
    const call = await somebody('project_manager', { networkId, partnershipId: otherPairId, side: 'swedish' });
    expect(named((await call('timeline.next', {})).late)).toEqual(['At a clock', 'Theirs']);
    await here.database.query(`delete from milestones where item_id in (select id from plan_items where ${ours})`);
    await here.database.query(`delete from plan_items where ${ours}`);
  });

  it('is to a coordinator and an administrator how the network fares, and who travels next in it', async () => {
    for (const call of [await somebody('project_coordinator', { networkId }), await somebody('administrator', {})]) {
      const next = await call('timeline.next', {});
      expect([next.late, next.deadline, next.visit]).toEqual([[], null, null]);
      expect(next.networks).toMatchObject([
        { visit: { partnership: { slug: 'malmo-lusaka' } }, watch: { late: 4, atRisk: 1, silent: 2 } },
      ]);
    }
  });

  it('asks those who plan a partnership’s visits for the lessons of the latest that were held', async () => {
    const { lessons } = await (await somebody('project_manager', inPair()))('timeline.next', {});
    expect(lessons.map(({ state, partnership: { slug } }) => [state, slug])).toEqual([
      ['held', 'granvika-mto-mpya'],
      ['held', 'granvika-mto-mpya'],
    ]);
    expect((lessons[0]?.startsOn ?? '') > (lessons[1]?.startsOn ?? '')).toBe(true);
    const since = (Date.now() - Date.parse(lessons[1]?.startsOn ?? '')) / 86_400_000;
    expect(Math.floor(since)).toBe(40);
    expect((await (await somebody('politician', inPair()))('timeline.next', {})).lessons).toEqual([]);
  });

  it('is to a guest what is the whole network’s, and to a stranger nothing', async () => {
    const next = await (await somebody('guest', { networkId }))('timeline.next', {});
    expect(next).toMatchObject({ late: [], deadline: null, visit: null });
    expect(next.networks).toMatchObject([{ next: { names: { en: 'Workshop' } }, visit: null, watch: null }]);
    const elsewhere = await network(here.database, 'elsewhere');
    const stranger = await somebody('expert', { networkId: elsewhere });
    expect(JSON.stringify(await stranger('timeline.next', {}))).not.toContain('climate');
  });

  it('counts a partnership as silent until its people write where all may read, or change a date', async () => {
    const coordinator = await somebody('project_coordinator', { networkId });
    const silent = async () => (await coordinator('timeline.next', {})).networks[0]?.watch?.silent;
    const team = await somebody('project_manager', inPair());
    const channelId = await channel(here.database, { networkId, slug: 'general' });
    const { person: me } = await team('session.read', {});
    await here.database.query(`insert into channel_members (channel_id, person_id, origin) values ($1, $2, 'hand')`, [
      channelId,
      me?.id,
    ]);
    expect(await silent()).toBe(2);
    await team('message.send', { channelId, clientId: uuidv7(), topicTitle: 'Pumps', body: 'They run.' });
    expect(await silent()).toBe(1);
    await here.database.query(`update messages set sent_at = now() - interval '31 days'`);
    expect(await silent()).toBe(2);
    await here.database.query(
      `insert into milestone_changes (milestone_id, version, changed_by, state)
      select id, 2, $2, 'on_track' from milestones where partnership_id = $1 limit 1`,
      [pairId, me?.id],
    );
    expect(await silent()).toBe(1);
  });

  it('has nothing of a partnership that is over, nor of a network that is closed', async () => {
    await here.database.query(
      `insert into partnership_statuses (partnership_id, from_on, status) values ($1, current_date, 'withdrawn')`,
      [pairId],
    );
    const team = await somebody('project_manager', inPair());
    expect(await team('timeline.next', {})).toMatchObject({ late: [], deadline: null });
    const coordinator = await somebody('project_coordinator', { networkId });
    expect((await coordinator('timeline.next', {})).networks[0]?.watch).toMatchObject({ late: 2, atRisk: 0 });
    await here.database.query(`update networks set status = 'archived' where id = $1`, [networkId]);
    expect(await team('timeline.next', {})).toMatchObject({ visit: null, networks: [] });
  });
});
