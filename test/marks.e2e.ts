/** What messages show of milestones and visits: to each reader what they may see, and to nobody more for a name in a text. */
import { caller, type Call } from '@hub/client';
import { mostMarks, type Role } from '@hub/contracts';
import { hub, membership, network, partnership, person, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';

let here: TestHub;
let networkId: string;
let pairId: string;
const ids = { ofAll: uuidv7(), ofPair: uuidv7(), visit: uuidv7() };

beforeAll(async () => {
  here = await hub();
  networkId = await network(here.database);
  pairId = await partnership(here.database, networkId);
  await milestone(ids.ofAll, null);
  await milestone(ids.ofPair, pairId);
  await here.database.query(
    `insert into visits (id, network_id, partnership_id, host_side, planned_on, starts_on, ends_on, purpose, checklist)
    values ($1, $2, $3, 'swedish', '2027-03-01', '2027-03-08', '2027-03-11', 'To see the ponds.', '{}')`,
    [ids.visit, networkId, pairId],
  );
});

afterAll(() => here.close());

async function milestone(id: string, partnershipId: string | null, due = 'current_date - 1'): Promise<void> {
  const itemId = uuidv7();
  await here.database.query(
    `insert into plan_items (id, network_id, number, kind, scope, names, month, planned_on, owner_role)
    select $1, $2, count(*) + 1, 'report', $3, '{"en": "Inception report sent", "sv": "Rapport"}', 2, ${due}, 'project_manager'
    from plan_items`,
    [itemId, networkId, partnershipId === null ? 'network' : 'partnership'],
  );
  await here.database.query(
    `insert into milestones (id, item_id, network_id, partnership_id, planned_on) values ($1, $2, $3, $4, ${due})`,
    [id, itemId, networkId, partnershipId],
  );
}

async function as(role: Role, where = networkId): Promise<Call> {
  const personId = await person(here.database, 'Amara Mwansa');
  await membership(here.database, personId, role, { networkId: where });
  const { headers } = await here.signIn(personId);
  return caller({ origin: here.origin, headers });
}

const everything = { ids: Object.values(ids).join(',') };

describe('what messages show of the timeline', () => {
  it('is how it stands today, for whoever works in the network', async () => {
    const marks = await (await as('expert'))('mark.list', everything);
    expect(marks).toMatchObject([
      { kind: 'milestone', partnership: null, milestone: { id: ids.ofAll, state: 'not_started', late: true } },
      {
        kind: 'milestone',
        network: { slug: 'climate' },
        partnership: { slug: 'granvika-mto-mpya' },
        names: { en: 'Inception report sent', sv: 'Rapport' },
        milestone: { id: ids.ofPair, partnershipId: pairId, version: 1 },
      },
      { kind: 'visit', visit: { id: ids.visit, startsOn: '2027-03-08', endsOn: '2027-03-11', hasLessons: false } },
    ]);
  });

  it('is for guests what concerns the whole network, and for others nothing', async () => {
    const asGuest = await (await as('guest'))('mark.list', everything);
    expect(asGuest).toMatchObject([{ milestone: { id: ids.ofAll } }]);
    const elsewhere = await network(here.database, 'health');
    expect(await (await as('expert', elsewhere))('mark.list', everything)).toEqual([]);
  });

  it('leaves out what does not exist, and asks for no more than a page names', async () => {
    const call = await as('expert');
    expect(await call('mark.list', { ids: `${uuidv7()},${ids.ofPair.toUpperCase()},${ids.ofPair}` })).toHaveLength(1);
    const many = Array.from({ length: mostMarks + 1 }, () => uuidv7()).join(',');
    for (const wrong of ['', 'x', many])
      await expect(call('mark.list', { ids: wrong })).rejects.toHaveProperty('code', 'INVALID');
  });

  it('knows what is late by day, by forecast, and by the clock of a deadline', async () => {
    const call = await as('expert');
    const late = async (id: string) => {
      const [mark] = await call('mark.list', { ids: id });
      return mark?.kind === 'milestone' && mark.milestone.late;
    };
    const today = uuidv7();
    await milestone(today, pairId, 'current_date');
    expect(await late(today)).toBe(false);
    await here.database.query(
      `update plan_items set deadline_time = '00:00', deadline_zone = 'Pacific/Kiritimati'
      where id = (select item_id from milestones where id = $1)`,
      [today],
    );
    expect(await late(today)).toBe(true);
    await here.database.query('update milestones set forecast_on = current_date + 9 where id = $1', [ids.ofPair]);
    expect(await late(ids.ofPair)).toBe(false);
  });
});
