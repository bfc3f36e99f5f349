/** Who has not acknowledged is reminded at growing distance, once, however many look; and who is not. */
import { hub, until, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  acknowledge,
  all,
  correction,
  day,
  field,
  look,
  reach,
  sent,
  somebody,
  toldOf,
  type Field,
} from './broadcast-field.js';

let here: TestHub;
let climate: Field;

beforeAll(async () => {
  here = await hub();
  climate = await field(here);
});

afterAll(() => here.close());

/** As if it had been sent so many days earlier. */
async function age(broadcastId: string, days: number): Promise<void> {
  const earlier = `- make_interval(days => $2)`;
  await here.database.query(`update broadcasts set sent_at = sent_at ${earlier} where id = $1`, [broadcastId, days]);
  await here.database.query(`update broadcast_versions set at = at ${earlier} where broadcast_id = $1`, [
    broadcastId,
    days,
  ]);
}

describe('a reminder', () => {
  const reminded = (broadcastId: string) => toldOf(here, broadcastId, 'acknowledgement_missing');
  const keys = async (broadcastId: string) => {
    const rows = await here.database.query<{ key: string; people: number }>(
      `select split_part(dedupe_key, '/', 5) as key, count(*)::int as people from deliveries
      where medium = 'hub' and kind = 'acknowledgement_missing' and subject_id = $1 group by 1 order by 1`,
      [broadcastId],
    );
    return rows.map(({ key, people }) => `${key}: ${people}`);
  };

  it('goes to those missing at growing distance, and then they are called', async () => {
    const { coordinator, networkId, asa, joseph } = climate;
    const other = await here.another();
    const broadcastId = await sent(coordinator, networkId, { acknowledgeBy: day(0) });
    await here.database.query('update broadcasts set acknowledge_by = current_date + 7 where id = $1', [broadcastId]);
    await acknowledge(asa, broadcastId);
    await look(here);
    expect(await reminded(broadcastId)).toEqual([]);
    await age(broadcastId, 2);
    await Promise.all([look(here), look(other), look(here), look(other)]);
    const first = await until(
      () => reminded(broadcastId),
      (seen) => seen.length === 6,
    );
    expect(first).not.toContain(asa.personId);
    await acknowledge(joseph, broadcastId);
    await age(broadcastId, 3);
    await Promise.all([look(here), look(other)]);
    await until(
      () => keys(broadcastId),
      (seen) => seen.join() === '1: 6,2: 5',
    );
    expect((await reach(climate, broadcastId)).missing.map(({ reminders }) => reminders)).toEqual([2, 2, 2, 2, 2]);
    // Nobody looked for a while: the last day's comes, what was missed before it does not.
    await here.database.query('update broadcasts set acknowledge_by = current_date where id = $1', [broadcastId]);
    await age(broadcastId, 6);
    await look(here);
    const wanted = new Date().getUTCHours() >= 6 ? '1: 6,2: 5,4: 5' : '1: 6,2: 5,3: 5';
    await until(
      () => keys(broadcastId),
      (seen) => seen.join() === wanted,
    );
    await here.database.query('update broadcasts set acknowledge_by = current_date - 1 where id = $1', [broadcastId]);
    await age(broadcastId, 30);
    await look(here);
    expect((await keys(broadcastId)).join()).toBe(wanted);
    expect(await reach(climate, broadcastId)).toMatchObject({ toCall: true, nextReminderAt: null });
  });

  it('begins anew with a correction that asks anew', async () => {
    const { coordinator, networkId, asa } = climate;
    const broadcastId = await sent(coordinator, networkId);
    await age(broadcastId, 3);
    await look(here);
    await acknowledge(asa, broadcastId);
    await coordinator.call('broadcast.correct', correction(broadcastId, 1, true));
    const seen = await reach(climate, broadcastId);
    expect(seen.missing.every(({ reminders }) => reminders === 0)).toBe(true);
    expect(seen.nextReminderAt?.slice(0, 10)).toBe(day(2));
  });

  it('does not go to somebody who is of its audience no more, though they still work in the network', async () => {
    const { coordinator, networkId, pairs } = climate;
    const place = { networkId, partnershipId: pairs.norrvika, side: 'swedish' as const };
    const [stays, mover, other] = [
      await somebody(here, 'Sta Ys', 'senior_official', place),
      await somebody(here, 'Mo Ver', 'senior_official', place),
      await somebody(here, 'Ro Le', 'senior_official', place),
    ];
    const chosen = {
      partnershipIds: [pairs.norrvika],
      sides: ['swedish' as const],
      roles: ['senior_official' as const],
    };
    const broadcastId = await sent(coordinator, networkId, { audience: all(networkId, chosen) });
    await until(
      () => toldOf(here, broadcastId),
      (seen) => seen.length === 3,
    );
    await here.database.query('update memberships set partnership_id = $1 where person_id = $2', [
      pairs.granvika,
      mover.personId,
    ]);
    await here.database.query(`update memberships set role = 'team_member' where person_id = $1`, [other.personId]);
    expect((await reach(climate, broadcastId)).missing.map(({ name }) => name)).toEqual(['Sta Ys']);
    await age(broadcastId, 2);
    await look(here);
    await until(
      () => keys(broadcastId),
      (seen) => seen.join() === '1: 1',
    );
    expect(await reminded(broadcastId)).toEqual([stays.personId]);
    await coordinator.call('broadcast.correct', correction(broadcastId, 1, true));
    const told = () =>
      here.database.query<{ personId: string }>(
        `select person_id as "personId" from deliveries where dedupe_key like 'hub/broadcast/' || $1 || '/2/%'`,
        [broadcastId],
      );
    await until(told, (seen) => seen.length > 0);
    expect(await told()).toEqual([{ personId: stays.personId }]);
    // It was theirs to read, and stays so.
    expect((await mover.call('broadcast.read', { broadcastId })).mine).toBe(true);
  });

  it('goes to those missing though another broadcast fails', async () => {
    const { coordinator, networkId, expert } = climate;
    const audience = all(networkId, { roles: ['expert'] });
    const [bad, good] = [
      await sent(coordinator, networkId, { audience }),
      await sent(coordinator, networkId, { audience }),
    ];
    await age(bad, 3);
    await age(good, 2);
    await here.database.query(`
      create function fail() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
      create trigger fail before update on broadcast_recipients for each row
        when (new.broadcast_id = '${bad}' and new.reminders > 0) execute function fail()`);
    await look(here);
    await until(
      () => reminded(good),
      (seen) => seen.join() === expert.personId,
    );
    await here.database.query('drop function fail cascade');
    expect(await reminded(bad)).toEqual([]);
  });

  it('does not go to somebody who left, nor from a network that is closed', async () => {
    const { coordinator, networkId, pairs } = climate;
    const place = { networkId, partnershipId: pairs.norrvika, side: 'swedish' as const };
    const leaver = await somebody(here, 'Lea Ver', 'civil_society', place);
    const audience = all(networkId, { roles: ['civil_society', 'expert'] });
    const broadcastId = await sent(coordinator, networkId, { audience });
    await age(broadcastId, 2);
    await here.database.query('update memberships set until_on = current_date where person_id = $1', [leaver.personId]);
    await here.database.query(`update networks set status = 'completed' where id = $1`, [networkId]);
    await look(here);
    await here.database.query(`update networks set status = 'active' where id = $1`, [networkId]);
    expect(await keys(broadcastId)).toEqual([]);
    await look(here);
    await until(
      () => keys(broadcastId),
      (seen) => seen.join() === '1: 1',
    );
    expect(await reminded(broadcastId)).toEqual([climate.expert.personId]);
  });
});
