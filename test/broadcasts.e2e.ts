/** Broadcasts: drafts, whom they reach, sending at once, and who reads them. */
import { hub, membership, network, until, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { all, day, drafted, draftOf, field, refusal, sent, somebody, toldOf, type Field } from './broadcast-field.js';

let here: TestHub;
let climate: Field;
let health: Field;

beforeAll(async () => {
  here = await hub();
  climate = await field(here);
  health = await field(here, 'health');
});

afterAll(() => here.close());

describe('a draft', () => {
  it('is made once for its id, and seen by whoever may send it', async () => {
    const { coordinator, networkId, expert, slug } = climate;
    const draft = { id: uuidv7(), ...draftOf(networkId) };
    await coordinator.call('broadcast.draft', draft);
    await coordinator.call('broadcast.draft', draft);
    const page = await coordinator.call('broadcast.read', { broadcastId: draft.id });
    expect(page).toMatchObject({
      status: 'draft',
      version: 1,
      title: 'Two open hours this week',
      audience: draft.audience,
      counts: null,
      mine: false,
      may: { change: true, correct: false, reach: false },
    });
    const listed = await coordinator.call('broadcast.list', { networkSlug: slug });
    expect(listed.map(({ id }) => id)).toContain(draft.id);
    expect(await refusal(expert.call('broadcast.read', { broadcastId: draft.id }))).toBe('NOT_FOUND');
    expect(await expert.call('broadcast.list', { networkSlug: slug })).toEqual([]);
    expect(await refusal(health.coordinator.call('broadcast.draft', draft))).toBe('NOT_FOUND');
    expect(await refusal(expert.call('broadcast.draft', { ...draft, id: uuidv7() }))).toBe('FORBIDDEN');
  });

  it('is refused with every wrong field named', async () => {
    const { coordinator, networkId } = climate;
    const text = { language: 'en', title: 'A', body: 'B' };
    const wrong = draftOf(networkId, {
      texts: [text, { ...text, language: 'EN'.toLowerCase() }],
      acknowledgeBy: day(-2),
    });
    expect(await refusal(coordinator.call('broadcast.draft', { id: uuidv7(), ...wrong }))).toBe(
      'INVALID: texts.1.language taken: acknowledgeBy too_early',
    );
    const elsewhere = draftOf(networkId, { audience: all(networkId, { partnershipIds: [health.pairs.granvika] }) });
    expect(await refusal(coordinator.call('broadcast.draft', { id: uuidv7(), ...elsewhere }))).toBe(
      'INVALID: audience.partnershipIds not_a_choice',
    );
  });

  it('is changed and given up before it is sent, and not after', async () => {
    const { coordinator, networkId } = climate;
    const broadcastId = await drafted(coordinator, networkId);
    const texts = [
      { language: 'sv', title: 'Öppet hus', body: 'Kom.' },
      { language: 'es', title: 'Puertas abiertas', body: 'Vengan.' },
    ];
    await coordinator.call('broadcast.change', { broadcastId, ...draftOf(networkId, { texts, acknowledge: false }) });
    const page = await coordinator.call('broadcast.read', { broadcastId });
    expect(page).toMatchObject({ title: 'Öppet hus', language: 'sv', acknowledge: false, texts });
    await coordinator.call('broadcast.discard', { broadcastId });
    expect(await refusal(coordinator.call('broadcast.read', { broadcastId }))).toBe('NOT_FOUND');
    const gone = await sent(coordinator, networkId);
    expect(await refusal(coordinator.call('broadcast.discard', { broadcastId: gone }))).toBe('CONFLICT');
    const change = { broadcastId: gone, ...draftOf(networkId) };
    expect(await refusal(coordinator.call('broadcast.change', change))).toBe('CONFLICT');
  });

  it('to several networks needs the right in each', async () => {
    const both = draftOf(climate.networkId, {
      audience: { ...all(climate.networkId), networkIds: [climate.networkId, health.networkId] },
    });
    expect(await refusal(climate.coordinator.call('broadcast.draft', { id: uuidv7(), ...both }))).toBe('NOT_FOUND');
    await membership(here.database, climate.coordinator.personId, 'expert', { networkId: health.networkId });
    expect(await refusal(climate.coordinator.call('broadcast.draft', { id: uuidv7(), ...both }))).toBe('FORBIDDEN');
    const administrator = await somebody(here, 'Ada Min', 'administrator');
    const id = uuidv7();
    await administrator.call('broadcast.draft', { id, ...both });
    expect(await refusal(climate.coordinator.call('broadcast.read', { broadcastId: id }))).toBe('NOT_FOUND');
    await administrator.call('broadcast.send', { broadcastId: id, at: null });
    // Each coordinator sees who of their own network was reached.
    const [mine, whole] = [
      await climate.coordinator.call('broadcast.read', { broadcastId: id }),
      await administrator.call('broadcast.read', { broadcastId: id }),
    ];
    expect(mine.may).toEqual({ change: false, correct: false, reach: true });
    expect(whole.may).toEqual({ change: false, correct: true, reach: true });
    expect(mine.counts?.partnerships).toBe(2);
    expect(whole.counts).toMatchObject({ partnerships: 4, acknowledged: 0, reached: 0 });
    expect(mine.counts?.recipients).toBeLessThan(whole.counts?.recipients ?? 0);
  });
});

describe('an audience', () => {
  const count = (more: Parameters<typeof all>[1] = {}, at: Parameters<typeof asked>[1] = null) =>
    asked(all(climate.networkId, more), at);
  const asked = (audience: ReturnType<typeof all>, at: { day: string; time: string; timeZone: string } | null) =>
    climate.coordinator.call('broadcast.audience', { audience, at });
  const namesOf = ({ names }: Awaited<ReturnType<typeof count>>) => names.map(({ name }) => name);

  it('is everybody who works in the network but who sends it, and guests only by their name', async () => {
    const everybody = await count();
    expect(namesOf(everybody)).toEqual(
      ['Åsa Lind', 'Erik Alm', 'Joseph Banda', 'Juma Ali', 'Maj Ek', 'Nina Dal', 'Olle Ek'].sort(),
    );
    expect(everybody).toMatchObject({ people: 7, others: 1, nights: [] });
    expect(everybody.partnerships.map(({ swedish, international }) => [swedish, international])).toEqual([
      [3, 1],
      [1, 1],
    ]);
    expect(namesOf(await count({ roles: ['guest', 'expert'] }))).toEqual(['Erik Alm', 'Gun Ask']);
  });

  it('is narrowed by partnerships, sides and roles', async () => {
    expect(namesOf(await count({ partnershipIds: [climate.pairs.norrvika] }))).toEqual(['Joseph Banda', 'Nina Dal']);
    expect(namesOf(await count({ sides: ['international'] }))).toEqual(['Joseph Banda', 'Juma Ali']);
    const managers = { sides: ['swedish' as const], roles: ['project_manager' as const] };
    expect(namesOf(await count(managers))).toEqual(['Nina Dal']);
  });

  it('says for whom a moment is at night', async () => {
    const { nights } = await count({}, { day: day(3), time: '22:30', timeZone: 'Africa/Lusaka' });
    expect(nights).toEqual([{ timeZone: 'Africa/Lusaka', localTime: '22:30', people: 7 }]);
    expect((await count({}, { day: day(3), time: '09:00', timeZone: 'Africa/Lusaka' })).nights).toEqual([]);
  });
});

describe('what is sent', () => {
  it('is told to each recipient once, in the hub, and read by them and those who may send', async () => {
    const { coordinator, networkId, expert, guest, joseph, slug } = climate;
    const client = here.client(joseph);
    await until(client.state, (state) => state === 'online');
    const heard: string[] = [];
    client.onEvents((events) => heard.push(...events.map(({ kind }) => kind)));
    const broadcastId = await drafted(coordinator, networkId);
    const send = { broadcastId, at: null };
    await coordinator.call('broadcast.send', send);
    await coordinator.call('broadcast.send', send);
    const told = await until(
      () => toldOf(here, broadcastId),
      (seen) => seen.length === 7,
    );
    expect(told).toContain(expert.personId);
    expect(told).not.toContain(guest.personId);
    await until(
      () => heard,
      (kinds) => kinds.includes('broadcast.changed'),
    );
    const page = await joseph.call('broadcast.read', { broadcastId });
    expect(page).toMatchObject({ status: 'sent', mine: true, audience: null, counts: null, acknowledgedAt: null });
    expect(page.may).toEqual({ change: false, correct: false, reach: false });
    const cards = await joseph.call('broadcast.list', { networkSlug: slug });
    expect(cards.find(({ id }) => id === broadcastId)).toMatchObject({ mine: true });
    expect(await refusal(guest.call('broadcast.read', { broadcastId }))).toBe('NOT_FOUND');
    expect(await refusal(health.expert.call('broadcast.read', { broadcastId }))).toBe('NOT_FOUND');
  });

  it('is read in the language of the reader, else in English, else in the first', async () => {
    const { coordinator, networkId, asa, juma, nina } = climate;
    const texts = ['es', 'sv', 'en'].map((language) => ({ language, title: `In ${language}`, body: 'B' }));
    const [three, two] = [
      await sent(coordinator, networkId, { texts }),
      await sent(coordinator, networkId, { texts: texts.slice(0, 2) }),
    ];
    await here.database.query(`update people set locale = 'sv' where id = $1`, [asa.personId]);
    await here.database.query(`update people set languages = '{es-GT,en}' where id = $1`, [juma.personId]);
    const titles = (broadcastId: string) =>
      Promise.all([asa, juma, nina].map(async (who) => (await who.call('broadcast.read', { broadcastId })).title));
    expect(await titles(three)).toEqual(['In sv', 'In es', 'In en']);
    expect(await titles(two)).toEqual(['In sv', 'In es', 'In es']);
  });

  it('needs somebody to go to, and a network that is open', async () => {
    const closed = await network(here.database, 'closed');
    const coordinator = await somebody(here, 'Cai Lo', 'project_coordinator', { networkId: closed });
    const broadcastId = await drafted(coordinator, closed);
    expect(await refusal(coordinator.call('broadcast.send', { broadcastId, at: null }))).toBe(
      'INVALID: audience too_few',
    );
    await here.database.query(`update networks set status = 'completed' where id = $1`, [closed]);
    expect(await refusal(coordinator.call('broadcast.send', { broadcastId, at: null }))).toBe('FORBIDDEN');
    expect(await refusal(drafted(coordinator, closed))).toBe('FORBIDDEN');
  });

  it('stands in the trail of each network by ids alone', async () => {
    const { coordinator, networkId } = climate;
    const broadcastId = await sent(coordinator, networkId);
    const rows = await here.database.query(
      'select action, network_id as "networkId", actor_id as "actorId", after from audit_entries where subject_id = $1',
      [broadcastId],
    );
    expect(rows).toEqual([
      {
        action: 'broadcast.send',
        networkId,
        actorId: coordinator.personId,
        after: { recipients: 7, acknowledgeBy: null },
      },
    ]);
  });
});

describe('whoever was a recipient', () => {
  it('reads it no longer than they work in the network', async () => {
    const { coordinator, networkId, pairs } = climate;
    const leaver = await somebody(here, 'Lea Ver', 'team_member', {
      networkId,
      partnershipId: pairs.norrvika,
      side: 'swedish',
    });
    const broadcastId = await sent(coordinator, networkId);
    expect((await leaver.call('broadcast.read', { broadcastId })).mine).toBe(true);
    await here.database.query('update memberships set until_on = current_date where person_id = $1', [leaver.personId]);
    expect(await refusal(leaver.call('broadcast.read', { broadcastId }))).toBe('NOT_FOUND');
    const acknowledge = { broadcastId, version: 1 };
    expect(await refusal(leaver.call('broadcast.acknowledge', acknowledge))).toBe('NOT_FOUND');
    await membership(here.database, leaver.personId, 'guest', { networkId });
    expect(await refusal(leaver.call('broadcast.read', { broadcastId }))).toBe('NOT_FOUND');
  });

  it('acknowledges once, and whoever sees the reach hears of it', async () => {
    const { coordinator, networkId, asa, joseph } = climate;
    const broadcastId = await sent(coordinator, networkId);
    const client = here.client(coordinator);
    await until(client.state, (state) => state === 'online');
    const heard: unknown[] = [];
    client.onEvents((events) => heard.push(...events));
    await asa.call('broadcast.acknowledge', { broadcastId, version: 1 });
    const { acknowledgedAt } = await asa.call('broadcast.read', { broadcastId });
    expect(acknowledgedAt).not.toBeNull();
    await asa.call('broadcast.acknowledge', { broadcastId, version: 1 });
    expect((await asa.call('broadcast.read', { broadcastId })).acknowledgedAt).toBe(acknowledgedAt);
    await until(
      () => heard,
      (events) => JSON.stringify(events).includes(broadcastId),
    );
    expect(await refusal(coordinator.call('broadcast.acknowledge', { broadcastId, version: 1 }))).toBe('FORBIDDEN');
    expect(await refusal(joseph.call('broadcast.acknowledge', { broadcastId, version: 2 }))).toBe('CONFLICT');
    const plain = await sent(coordinator, networkId, { acknowledge: false });
    expect(await refusal(joseph.call('broadcast.acknowledge', { broadcastId: plain, version: 1 }))).toBe('FORBIDDEN');
    const { counts } = await coordinator.call('broadcast.read', { broadcastId });
    expect(counts).toEqual({ recipients: 7, acknowledged: 1, partnerships: 2, reached: 0 });
  });
});
