/** Who was reached on each side, who is reminded, the links of letters, and that a mandate is nowhere an input. */
import { caller } from '@hub/client';
import { hub, nobodySleeps, until, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { LinksService } from '../src/modules/broadcasts/links.service.js';
import { RoundsService } from '../src/modules/broadcasts/rounds.service.js';
import {
  all,
  correction,
  day,
  field,
  refusal,
  sent,
  somebody,
  toldOf,
  type Field,
  type Someone,
} from './broadcast-field.js';

let here: TestHub;
let climate: Field;

beforeAll(async () => {
  here = await hub();
  climate = await field(here);
});

afterAll(() => here.close());

const look = (node = here) => node.app.nest.get(RoundsService).look();
const reach = (broadcastId: string) => climate.coordinator.call('broadcast.reach', { broadcastId });
const acknowledge = (who: Someone, broadcastId: string, version = 1) =>
  who.call('broadcast.acknowledge', { broadcastId, version });
/** As if it had been sent so many days earlier. */
async function age(broadcastId: string, days: number): Promise<void> {
  const earlier = `- make_interval(days => $2)`;
  await here.database.query(`update broadcasts set sent_at = sent_at ${earlier} where id = $1`, [broadcastId, days]);
  await here.database.query(`update broadcast_versions set at = at ${earlier} where broadcast_id = $1`, [
    broadcastId,
    days,
  ]);
}

describe('reach', () => {
  it('is of a partnership when each side that it was sent to has acknowledged', async () => {
    const { coordinator, networkId, asa, juma, nina, expert, guest, pairs, slug } = climate;
    const broadcastId = await sent(coordinator, networkId, { acknowledgeBy: day(20) });
    await acknowledge(asa, broadcastId);
    await acknowledge(nina, broadcastId);
    let seen = await reach(broadcastId);
    expect(seen.counts).toEqual({ recipients: 7, acknowledged: 2, partnerships: 2, reached: 0 });
    expect(seen.partnerships.map(({ reached }) => reached)).toEqual([false, false]);
    await acknowledge(juma, broadcastId);
    seen = await reach(broadcastId);
    expect(seen.counts).toMatchObject({ acknowledged: 3, reached: 1 });
    const granvika = seen.partnerships.find(({ id }) => id === pairs.granvika);
    expect(granvika?.sides.map(({ side, people, acknowledged }) => [side, people, acknowledged])).toEqual([
      ['swedish', 3, 1],
      ['international', 1, 1],
    ]);
    expect(seen.missing.map(({ name }) => name).sort()).toEqual(['Erik Alm', 'Joseph Banda', 'Maj Ek', 'Olle Ek']);
    expect(seen.missing.find(({ name }) => name === 'Joseph Banda')).toMatchObject({
      email: expect.stringContaining('@example.org'),
      timeZone: 'Africa/Lusaka',
      role: 'project_manager',
      side: 'international',
      reminders: 0,
      failing: false,
    });
    expect(seen).toMatchObject({ toCall: false });
    expect(seen.nextReminderAt?.slice(0, 10)).toBe(day(2));
    expect(await refusal(expert.call('broadcast.reach', { broadcastId }))).toBe('FORBIDDEN');
    expect(await refusal(expert.call('reach.board', { networkSlug: slug }))).toBe('FORBIDDEN');
    expect(await refusal(guest.call('broadcast.reach', { broadcastId }))).toBe('NOT_FOUND');
  });

  it('stands on a board of partnerships by broadcasts, the latest first', async () => {
    const { coordinator, networkId, joseph, pairs, slug } = climate;
    const audience = all(networkId, { partnershipIds: [pairs.norrvika], sides: ['international'] });
    const one = await sent(coordinator, networkId, { audience });
    await acknowledge(joseph, one);
    await sent(coordinator, networkId, { acknowledge: false });
    const board = await coordinator.call('reach.board', { networkSlug: slug });
    expect(board.broadcasts[0]?.id).toBe(one);
    const cell = (id: string) => board.partnerships.find((partnership) => partnership.id === id)?.cells[0];
    expect(cell(pairs.granvika)).toBeNull();
    expect(cell(pairs.norrvika)).toMatchObject([{ side: 'international', people: 1, acknowledged: 1 }]);
    expect((await reach(one)).counts).toEqual({ recipients: 1, acknowledged: 1, partnerships: 1, reached: 1 });
  });

  it('is not of a partnership where one side that it was meant for has nobody', async () => {
    const { coordinator, networkId, asa, pairs, slug } = climate;
    // The politicians of this partnership are all Swedish.
    const audience = all(networkId, { partnershipIds: [pairs.granvika], roles: ['politician', 'project_manager'] });
    const broadcastId = await sent(coordinator, networkId, { audience });
    await acknowledge(climate.majority, broadcastId);
    expect(await refusal(acknowledge(asa, broadcastId))).not.toBe('answered');
    const seen = await reach(broadcastId);
    expect(seen.counts).toEqual({ recipients: 2, acknowledged: 1, partnerships: 1, reached: 0 });
    const sides = [
      { side: 'swedish', people: 2, acknowledged: 1 },
      { side: 'international', people: 0, acknowledged: 0, firstAt: null },
    ];
    expect(seen.partnerships).toMatchObject([{ id: pairs.granvika, reached: false, sides }]);
    const board = await coordinator.call('reach.board', { networkSlug: slug });
    const row = board.partnerships.find(({ id }) => id === pairs.granvika);
    expect(row?.cells[board.broadcasts.findIndex(({ id }) => id === broadcastId)]).toMatchObject(sides);
    expect((await coordinator.call('broadcast.read', { broadcastId })).counts).toMatchObject({ reached: 0 });
  });

  it('keeps a side reached by somebody who left, and calls nobody who did', async () => {
    const { coordinator, networkId, pairs } = climate;
    const place = { networkId, partnershipId: pairs.norrvika, side: 'swedish' as const };
    const [gone, away] = [
      await somebody(here, 'Gone Away', 'team_member', place),
      await somebody(here, 'Away Gone', 'team_member', place),
    ];
    const audience = all(networkId, { partnershipIds: [pairs.norrvika], sides: ['swedish'], roles: ['team_member'] });
    const broadcastId = await sent(coordinator, networkId, { audience });
    await acknowledge(gone, broadcastId);
    await here.database.query('update memberships set until_on = current_date where person_id = any($1)', [
      [gone.personId, away.personId],
    ]);
    const seen = await reach(broadcastId);
    expect(seen.counts).toMatchObject({ recipients: 2, acknowledged: 1, reached: 1 });
    expect(seen.missing).toEqual([]);
  });
});

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
    await look();
    expect(await reminded(broadcastId)).toEqual([]);
    await age(broadcastId, 2);
    await Promise.all([look(), look(other), look(), look(other)]);
    const first = await until(
      () => reminded(broadcastId),
      (seen) => seen.length === 6,
    );
    expect(first).not.toContain(asa.personId);
    await acknowledge(joseph, broadcastId);
    await age(broadcastId, 3);
    await Promise.all([look(), look(other)]);
    await until(
      () => keys(broadcastId),
      (seen) => seen.join() === '1: 6,2: 5',
    );
    expect((await reach(broadcastId)).missing.map(({ reminders }) => reminders)).toEqual([2, 2, 2, 2, 2]);
    // Nobody looked for a while: the last day's comes, what was missed before it does not.
    await here.database.query('update broadcasts set acknowledge_by = current_date where id = $1', [broadcastId]);
    await age(broadcastId, 6);
    await look();
    const wanted = new Date().getUTCHours() >= 6 ? '1: 6,2: 5,4: 5' : '1: 6,2: 5,3: 5';
    await until(
      () => keys(broadcastId),
      (seen) => seen.join() === wanted,
    );
    await here.database.query('update broadcasts set acknowledge_by = current_date - 1 where id = $1', [broadcastId]);
    await age(broadcastId, 30);
    await look();
    expect((await keys(broadcastId)).join()).toBe(wanted);
    expect(await reach(broadcastId)).toMatchObject({ toCall: true, nextReminderAt: null });
  });

  it('begins anew with a correction that asks anew', async () => {
    const { coordinator, networkId, asa } = climate;
    const broadcastId = await sent(coordinator, networkId);
    await age(broadcastId, 3);
    await look();
    await acknowledge(asa, broadcastId);
    await coordinator.call('broadcast.correct', correction(broadcastId, 1, true));
    const seen = await reach(broadcastId);
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
    expect((await reach(broadcastId)).missing.map(({ name }) => name)).toEqual(['Sta Ys']);
    await age(broadcastId, 2);
    await look();
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
    await look();
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
    await look();
    await here.database.query(`update networks set status = 'active' where id = $1`, [networkId]);
    expect(await keys(broadcastId)).toEqual([]);
    await look();
    await until(
      () => keys(broadcastId),
      (seen) => seen.join() === '1: 1',
    );
    expect(await reminded(broadcastId)).toEqual([climate.expert.personId]);
  });
});

describe('the link of a letter', () => {
  const links = () => here.app.nest.get(LinksService);
  const tokenFor = async (who: Someone, broadcastId: string, version = 1) =>
    (await links().linkFor({ personId: who.personId, broadcastId, version })).split('/acknowledge/')[1] ?? '';
  const nobody = () => caller({ origin: here.origin, headers: { origin: here.origin } });

  it('names the person, and acknowledges for them alone, whoever is signed in', async () => {
    const { coordinator, networkId, asa, juma } = climate;
    const broadcastId = await sent(coordinator, networkId);
    const token = await tokenFor(asa, broadcastId);
    const page = await nobody()('acknowledgement.read', { token });
    expect(page).toMatchObject({
      personName: 'Åsa Lind',
      title: 'Two open hours this week',
      author: 'Sigrid Holm',
      acknowledgedAt: null,
    });
    await nobody()('acknowledgement.read', { token });
    expect((await reach(broadcastId)).counts.acknowledged).toBe(0);
    expect((await juma.call('acknowledgement.give', { token, version: 1 })).acknowledgedAt).not.toBeNull();
    const { acknowledgedAt } = await asa.call('broadcast.read', { broadcastId });
    expect(acknowledgedAt).not.toBeNull();
    expect((await juma.call('broadcast.read', { broadcastId })).acknowledgedAt).toBeNull();
    // Once more is no more.
    expect((await nobody()('acknowledgement.give', { token, version: 1 })).acknowledgedAt).toBe(acknowledgedAt);
    const [row] = await here.database.query(
      'select acknowledged_by as by from broadcast_recipients where broadcast_id = $1 and person_id = $2',
      [broadcastId, asa.personId],
    );
    expect(row).toEqual({ by: 'mail' });
  });

  it('acknowledges no version that its reader has not seen: what was corrected is shown first', async () => {
    const { coordinator, networkId, asa } = climate;
    const broadcastId = await sent(coordinator, networkId);
    const token = await tokenFor(asa, broadcastId);
    const open = await nobody()('acknowledgement.read', { token });
    expect(open).toMatchObject({ version: 1, corrected: null });
    await coordinator.call('broadcast.correct', correction(broadcastId, 1, false));
    expect(await nobody()('acknowledgement.read', { token })).toMatchObject({ version: 1, corrected: null });
    await coordinator.call('broadcast.correct', correction(broadcastId, 2, true));
    const give = (version: number) => nobody()('acknowledgement.give', { token, version });
    expect(await refusal(give(1))).toBe('CONFLICT');
    expect(await refusal(give(4))).toBe('CONFLICT');
    expect((await reach(broadcastId)).counts.acknowledged).toBe(0);
    const corrected = { note: 'The week was wrong.', body: 'Come by with **your** plans.' };
    const page = await nobody()('acknowledgement.read', { token });
    expect(page).toMatchObject({ title: 'Two open hours next week', version: 3, corrected, acknowledgedAt: null });
    expect((await give(3)).acknowledgedAt).not.toBeNull();
    const [row] = await here.database.query(
      'select acknowledged_version as version from broadcast_recipients where broadcast_id = $1 and person_id = $2',
      [broadcastId, asa.personId],
    );
    expect(row).toEqual({ version: 3 });
    // What the letter of the correction holds is what its link acknowledges.
    expect(await nobody()('acknowledgement.read', { token: await tokenFor(asa, broadcastId, 3) })).toMatchObject({
      version: 3,
      corrected: null,
    });
  });

  it('answers the same where it is wrong, another hub made it, or they are no recipient any more', async () => {
    const { coordinator, networkId, guest, pairs } = climate;
    const place = { networkId, partnershipId: pairs.norrvika, side: 'swedish' as const };
    const leaver = await somebody(here, 'Lea Ver', 'team_member', place);
    const broadcastId = await sent(coordinator, networkId);
    const token = await tokenFor(leaver, broadcastId);
    const turned = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
    const plain = await sent(coordinator, networkId, { acknowledge: false });
    await here.database.query('update people set disabled_at = now() where id = $1', [leaver.personId]);
    const bad = [
      token,
      turned,
      'A'.repeat(91),
      await tokenFor(guest, broadcastId),
      await tokenFor(climate.asa, plain),
      await tokenFor(climate.asa, uuidv7()),
    ];
    const answers = await Promise.all(
      bad.map(async (one) => {
        const response = await fetch(`${here.origin}/api/acknowledgements/${one}`);
        return `${response.status} ${await response.text()}`;
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('NOT_FOUND');
    for (const one of bad)
      expect(await refusal(nobody()('acknowledgement.give', { token: one, version: 1 }))).toBe('NOT_FOUND');
  });

  it('is no place to guess at', async () => {
    const tries = Array.from({ length: 110 }, () =>
      refusal(nobody()('acknowledgement.read', { token: `${uuidv7()}${uuidv7()}` })),
    );
    expect(await Promise.all(tries)).toContain('LIMITED');
  });
});

describe('a mandate', () => {
  /** Two hubs that differ in nothing but who is of the majority. */
  async function effects(first: 'majority' | 'opposition', second: 'majority' | 'opposition'): Promise<unknown> {
    const there = await hub();
    try {
      const health = await field(there, 'health');
      const politicians = [health.majority, health.opposition, ...(await otherCouncil(there, health))];
      const mandates = [first, second, second, first];
      for (const [n, politician] of politicians.entries()) await sit(there, politician.personId, mandates[n] ?? 'none');
      await nobodySleeps(there.database);
      const broadcastId = await sent(health.coordinator, health.networkId);
      await until(
        () => toldOf(there, broadcastId),
        (seen) => seen.length === 9,
      );
      const told = (sql: string) => there.database.query<object>(sql, [broadcastId]);
      const settled = `select from deliveries where subject_id = $1 and medium = 'email' and settled_at is not null`;
      await until(
        () => told(settled),
        (seen) => seen.length === 9,
      );
      await health.coordinator.call('broadcast.correct', correction(broadcastId, 1, true));
      await until(
        () => told(`select from deliveries where subject_id = $1 and medium = 'hub'`),
        (seen) => seen.length === 18,
      );
      // A correction is mailed at once: all of them have left, or none has.
      await until(
        () => told(settled),
        (seen) => seen.length === 18,
      );
      const pages = await Promise.all(
        politicians.map(async (who) => {
          const page = await who.call('broadcast.read', { broadcastId });
          const { title, body, language, mine, acknowledge, acknowledgedAt, counts, may, version } = page;
          return { title, body, language, mine, acknowledge, acknowledgedAt, counts, may, version };
        }),
      );
      const moments = await told(`
        select p.name, n.kind, n.count, n.fold_key is not null as folded,
          n.created_at = max(n.created_at) over () as "atOnce"
        from notifications n join people p on p.id = n.person_id where n.broadcast_id = $1 order by p.name`);
      const ledger = await told(`
        select p.name, d.medium, d.kind, d.state, d.reason, split_part(d.dedupe_key, '/', 4) as version,
          count(*)::int as times
        from deliveries d join people p on p.id = d.person_id where d.subject_id = $1
        group by 1, 2, 3, 4, 5, 6 order by 1, 2, 6`);
      const recipients = await told(`
        select p.name, r.acknowledged_version, r.reminders from broadcast_recipients r
        join people p on p.id = r.person_id where r.broadcast_id = $1 order by p.name`);
      const events = await told(`
        select p.name, e.kind, count(*)::int as times from user_events e join people p on p.id = e.person_id
        where $1::uuid is not null and e.kind in ('broadcast.changed', 'notification.created') group by 1, 2 order by 1, 2`);
      return JSON.parse(JSON.stringify({ pages, moments, ledger, recipients, events }).replaceAll(broadcastId, 'id'));
    } finally {
      await there.close();
    }
  }

  async function otherCouncil(there: TestHub, { networkId, pairs }: Field): Promise<Someone[]> {
    const place = { networkId, partnershipId: pairs.norrvika, side: 'international' as const };
    return [
      await somebody(there, 'Third One', 'politician', place),
      await somebody(there, 'Fourth One', 'politician', place),
    ];
  }

  async function sit(there: TestHub, personId: string, mandate: string): Promise<void> {
    const [seatId, holderId] = [uuidv7(), uuidv7()];
    await there.database.query(
      `insert into seats (id, steering_group_id, side, role, mandate, from_on)
      select $1, g.id, m.side, 'politician', $3, current_date
      from memberships m join steering_groups g on g.partnership_id = m.partnership_id where m.person_id = $2`,
      [seatId, personId, mandate],
    );
    await there.database.query(
      `insert into seat_holders (id, seat_id, membership_id, from_on)
      select $1, $2, id, current_date from memberships where person_id = $3`,
      [holderId, seatId, personId],
    );
  }

  it('is no input: swapped between two politicians of two councils, every effect is the same, at the same moment', async () => {
    const [as, swapped] = [await effects('majority', 'opposition'), await effects('opposition', 'majority')];
    expect(JSON.stringify(swapped)).toBe(JSON.stringify(as));
    expect((as as { moments: { atOnce: boolean }[] }).moments.every(({ atOnce }) => atOnce)).toBe(true);
  });
});
