/** People choose how they are told, coordinators what their network does at first; a preview says what would come of it. */
import { caller, type Call } from '@hub/client';
import type { Input, Role } from '@hub/contracts';
import { channel, hub, membership, network, partnership, person, type SignedIn, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { PreferencesService } from '../src/modules/preferences/preferences.service.js';

interface Someone extends SignedIn {
  call: Call;
}

let here: TestHub;
let networkId: string;
let coordinator: Someone;
let amara: Someone;

beforeAll(async () => {
  here = await hub();
  networkId = await network(here.database);
  coordinator = await somebody('Maria Holm', 'project_coordinator');
  amara = await somebody('Amara Mwansa', 'expert');
});

afterAll(() => here.close());

async function somebody(name: string, role: Role): Promise<Someone> {
  const signedIn = await here.signIn(await person(here.database, name));
  await membership(here.database, signedIn.personId, role, { networkId });
  return { ...signedIn, call: caller({ origin: here.origin, headers: signedIn.headers }) };
}

const usual: Input<'preference.change'> = {
  mail: {},
  digest: 'daily',
  digestAt: '07:30',
  digestWeekday: 1,
  quietFrom: '20:00',
  quietUntil: '07:00',
  quietDays: [6, 7],
  quietHolidays: true,
};

const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'answered',
    ({ code, details }: { code: string; details?: { fields?: { path: string; problem: string }[] } }) =>
      [code, ...(details?.fields ?? []).map(({ path, problem }) => `${path} ${problem}`)].join(': '),
  );

describe('what a person chooses', () => {
  it('is what the hub does until they choose', async () => {
    expect(await amara.call('preference.read', {})).toEqual({
      ...usual,
      timeZone: 'Africa/Lusaka',
      country: null,
      nextHoliday: null,
      networks: [{ slug: 'climate', name: 'climate', mail: {} }],
      channels: [],
    });
  });

  it('is kept, days in order and without what nobody can silence', async () => {
    const mail = { mention: 'digest', broadcast: 'off' } as const;
    const chosen = { ...usual, mail, digest: 'weekly', digestWeekday: 5, quietDays: [7, 5, 7] } as const;
    const read = await amara.call('preference.change', { ...chosen, quietDays: [...chosen.quietDays] });
    expect(read).toMatchObject({ mail: { mention: 'digest' }, digest: 'weekly', digestWeekday: 5, quietDays: [5, 7] });
    expect(await amara.call('preference.read', {})).toEqual(read);
    await amara.call('preference.change', usual);
  });

  it('is refused where it is no time or no day', async () => {
    const change = (more: object) => refusal(amara.call('preference.change', { ...usual, ...more }));
    expect(await change({ quietFrom: '24:00' })).toBe('INVALID: quietFrom malformed');
    expect(await change({ quietDays: [0] })).toBe('INVALID: quietDays.0 too_small');
    expect(await change({ digest: 'hourly' })).toBe('INVALID: digest not_a_choice');
  });

  it('is theirs for a channel as well, while they are in it', async () => {
    const channelId = await channel(here.database, { networkId, members: [amara.personId], slug: 'pumps' });
    const choice = (mail: Input<'preference.channel'>['mail']) => amara.call('preference.channel', { channelId, mail });
    await choice({ reply: 'now', visit_coming: 'off' });
    const { channels } = await amara.call('preference.read', {});
    expect(channels).toEqual([
      { channelId, channelName: 'pumps', networkSlug: 'climate', networkName: 'climate', mail: { reply: 'now' } },
    ]);
    expect(await refusal(coordinator.call('preference.channel', { channelId, mail: { reply: 'now' } }))).toBe(
      'NOT_FOUND',
    );
    await choice({});
    expect((await amara.call('preference.read', {})).channels).toEqual([]);
  });
});

describe('the country', () => {
  it('is that of the local government that they named, else of their side of a partnership, and with it its holidays', async () => {
    const id = uuidv7();
    const partnershipId = await partnership(here.database, networkId);
    const sits = await here.signIn(await person(here.database, 'Grace Auma'));
    await here.database.query(
      `insert into local_governments (id, name, kind, country, time_zone, source)
      values ($1, 'Jinja', 'city', 'UG', 'Africa/Kampala', 'real')`,
      [id],
    );
    await here.database.query(
      `insert into partnership_parties (id, partnership_id, side, local_government_id, from_on)
      values ($1, $2, 'international', $3, current_date)`,
      [uuidv7(), partnershipId, id],
    );
    await membership(here.database, sits.personId, 'politician', { networkId, partnershipId, side: 'international' });
    const read = await caller({ origin: here.origin, headers: sits.headers })('preference.read', {});
    expect(read.country).toBe('UG');
    expect(read.nextHoliday?.name).toEqual(expect.any(String));
  });
});

describe("a network's defaults", () => {
  it('count for whoever has not chosen, and stand in the trail', async () => {
    const read = () => amara.call('preference.network', { networkSlug: 'climate' });
    await coordinator.call('preference.setNetwork', {
      networkSlug: 'climate',
      mail: { reply: 'now', broadcast: 'off' },
    });
    expect(await read()).toEqual({ mail: { reply: 'now' } });
    expect((await amara.call('preference.read', {})).networks).toMatchObject([{ mail: { reply: 'now' } }]);
    await coordinator.call('preference.setNetwork', { networkSlug: 'climate', mail: { reply: 'now' } });
    const trail = await here.database.query(
      "select before, after from audit_entries where action = 'preference.setNetwork' and subject_id = $1",
      [networkId],
    );
    expect(trail).toEqual([{ before: {}, after: { reply: 'now' } }]);
    expect(await refusal(amara.call('preference.setNetwork', { networkSlug: 'climate', mail: {} }))).toBe('FORBIDDEN');
  });
});

describe('a preview', () => {
  // 2026-12-08 is a Tuesday; Lusaka is two hours ahead.
  const preview = (more: Partial<Input<'preference.preview'>>, choices: Partial<Input<'preference.change'>> = {}) =>
    amara.call('preference.preview', {
      kind: 'mention',
      at: '2026-12-08T20:10:00.000Z',
      ...more,
      preferences: { ...usual, ...choices },
    });

  it('says when it would be mailed and what it waits for, and changes nothing', async () => {
    const before = await amara.call('preference.read', {});
    expect(await preview({})).toEqual({
      mail: 'now',
      at: '2026-12-09T05:00:00.000Z',
      waits: 'quiet_hours',
      critical: false,
    });
    expect(await preview({ at: '2026-12-08T10:00:00.000Z' })).toMatchObject({
      at: '2026-12-08T10:05:00.000Z',
      waits: 'held',
    });
    expect(await preview({ at: '2026-12-12T10:00:00.000Z' })).toMatchObject({
      at: '2026-12-14T05:00:00.000Z',
      waits: 'quiet_day',
    });
    expect(
      await preview({ kind: 'broadcast', at: '2026-12-08T10:00:00.000Z' }, { mail: { broadcast: 'off' } }),
    ).toEqual({
      mail: 'now',
      at: '2026-12-08T10:00:00.000Z',
      waits: 'no',
      critical: true,
    });
    expect(await preview({}, { mail: { mention: 'digest' } })).toMatchObject({
      at: '2026-12-09T05:30:00.000Z',
      waits: 'digest',
    });
    expect(await preview({}, { mail: { mention: 'digest' }, digest: 'off' })).toMatchObject({ mail: 'off', at: null });
    // What the network says where the person has not chosen.
    expect(await preview({ kind: 'reply' })).toMatchObject({ mail: 'now' });
    expect(await amara.call('preference.read', {})).toEqual(before);
  });
});

describe('when people are mailed', () => {
  it('follows the channel before the person before the network, each in their own night', async () => {
    const channelId = await channel(here.database, { networkId, members: [amara.personId] });
    const far = await person(here.database, 'Sofia Lindqvist');
    await here.database.query(`update people set time_zone = 'Pacific/Kiritimati' where id = $1`, [far]);
    await amara.call('preference.channel', { channelId, mail: { reply: 'off' } });
    const asked = { kind: 'reply', networkId, channelId: null } as const;
    const times = await here.app.nest.get(PreferencesService, { strict: false }).mailTimes(
      [
        { ...asked, personId: amara.personId },
        { ...asked, personId: amara.personId, channelId },
        { ...asked, personId: far },
        { ...asked, personId: far, networkId: null },
        { ...asked, personId: far, kind: 'role_ending' },
        { ...asked, personId: uuidv7() },
      ],
      new Date('2026-12-08T16:30:00.000Z'),
    );
    expect(times.map(({ mail, at }) => `${mail} ${at.toISOString()}`)).toEqual([
      'now 2026-12-08T16:30:00.000Z',
      'off 2026-12-08T16:30:00.000Z',
      'now 2026-12-08T17:00:00.000Z',
      'digest 2026-12-08T17:00:00.000Z',
      'now 2026-12-08T17:00:00.000Z',
      'off 2026-12-08T16:30:00.000Z',
    ]);
  });
});
