/** Who was reached on each side of each partnership, and the links of letters by which people acknowledge. */
import { caller } from '@hub/client';
import { hub, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { LinksService } from '../src/modules/broadcasts/links.service.js';
import {
  acknowledge,
  all,
  correction,
  day,
  field,
  reach,
  refusal,
  sent,
  somebody,
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

describe('reach', () => {
  it('is of a partnership when each side that it was sent to has acknowledged', async () => {
    const { coordinator, networkId, asa, juma, nina, expert, guest, pairs, slug } = climate;
    const broadcastId = await sent(coordinator, networkId, { acknowledgeBy: day(20) });
    await acknowledge(asa, broadcastId);
    await acknowledge(nina, broadcastId);
    let seen = await reach(climate, broadcastId);
    expect(seen.counts).toEqual({ recipients: 7, acknowledged: 2, partnerships: 2, reached: 0 });
    expect(seen.partnerships.map(({ reached }) => reached)).toEqual([false, false]);
    await acknowledge(juma, broadcastId);
    seen = await reach(climate, broadcastId);
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
    expect((await reach(climate, one)).counts).toEqual({ recipients: 1, acknowledged: 1, partnerships: 1, reached: 1 });
  });

  it('is not of a partnership where one side that it was meant for has nobody', async () => {
    const { coordinator, networkId, asa, pairs, slug } = climate;
    // The politicians of this partnership are all Swedish.
    const audience = all(networkId, { partnershipIds: [pairs.granvika], roles: ['politician', 'project_manager'] });
    const broadcastId = await sent(coordinator, networkId, { audience });
    await acknowledge(climate.majority, broadcastId);
    expect(await refusal(acknowledge(asa, broadcastId))).not.toBe('answered');
    const seen = await reach(climate, broadcastId);
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
    const seen = await reach(climate, broadcastId);
    expect(seen.counts).toMatchObject({ recipients: 2, acknowledged: 1, reached: 1 });
    expect(seen.missing).toEqual([]);
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
    expect((await reach(climate, broadcastId)).counts.acknowledged).toBe(0);
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
    expect((await reach(climate, broadcastId)).counts.acknowledged).toBe(0);
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
