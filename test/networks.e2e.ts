/** Networks are made from the template, renamed, extended, closed and opened again without a developer. */
import { caller, type Call } from '@hub/client';
import type { Input, NetworkPage, Role } from '@hub/contracts';
import { hub, membership, network, person, until, type SignedIn, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';

interface Someone extends SignedIn {
  call: Call;
}

let here: TestHub;
let administrator: Someone;

beforeAll(async () => {
  here = await hub();
  await network(here.database);
  administrator = await somebody('Ann Berg', 'administrator');
});

afterAll(() => here.close());

async function somebody(name: string, role: Role, networkId?: string): Promise<Someone> {
  const personId = await person(here.database, name);
  await membership(here.database, personId, role, { networkId });
  const signedIn = await here.signIn(personId);
  return { ...signedIn, call: caller({ origin: here.origin, headers: signedIn.headers }) };
}

const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'answered',
    ({ code, details }: { code: string; details?: { fields?: { path: string; problem: string }[] } }) =>
      [code, ...(details?.fields ?? []).map(({ path, problem }) => `${path} ${problem}`)].join(': '),
  );

const read = (who: Someone, networkSlug: string): Promise<NetworkPage> => who.call('network.read', { networkSlug });
const trail = (subjectId: string) =>
  here.database.query<{ action: string; before: object | null; after: object | null }>(
    'select action, before, after from audit_entries where subject_id = $1 order by at, id',
    [subjectId],
  );

async function asked(more: Partial<Input<'network.create'>> = {}): Promise<Input<'network.create'>> {
  const { themes } = await administrator.call('theme.list', {});
  return {
    networkId: uuidv7(),
    name: 'Säkra vägar',
    themeId: themes[0]?.id ?? '',
    region: 'East Africa',
    round: 1,
    purpose: 'To walk to school without fear.',
    startsOn: '2026-03-01',
    channels: [{ name: 'Crossings', purpose: 'Where children cross.', sensitive: true }],
    ...more,
  };
}

/** A network with its project coordinator and an expert, who are in its channels. */
async function founded(name: string) {
  const input = await asked({ name });
  const { networkSlug } = await administrator.call('network.create', input);
  const coordinator = await somebody('Sigrid Holm', 'project_coordinator', input.networkId);
  const expert = await somebody('Amara Mwansa', 'expert', input.networkId);
  const channels = async () => (await read(expert, networkSlug)).channels;
  const general = await until(
    async () => (await channels()).find(({ slug }) => slug === 'general'),
    (channel) => channel !== undefined,
  );
  return { networkId: input.networkId, networkSlug, coordinator, expert, generalId: general?.id ?? '' };
}

describe('a new network', () => {
  it('has the channels of its template and of its theme, four years, and an address from its name', async () => {
    const input = await asked();
    const made = await administrator.call('network.create', input);
    expect(made).toEqual({ networkSlug: 'sakra-vagar' });
    expect(await administrator.call('network.create', input)).toEqual(made);
    const page = await read(administrator, 'sakra-vagar');
    expect(page).toMatchObject({
      name: 'Säkra vägar',
      status: 'active',
      startsOn: '2026-03-01',
      endsOn: '2030-02-28',
      months: 48,
      may: { change: true, close: true },
    });
    const { common } = await administrator.call('theme.list', {});
    const rows = await here.database.query<{ name: string; sensitive: boolean }>(
      'select name, sensitive from channels where network_id = $1',
      [input.networkId],
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([...common.map(({ name }) => name), 'Crossings'].sort());
    expect(rows.find(({ name }) => name === 'Crossings')?.sensitive).toBe(true);
    expect((await trail(input.networkId)).map(({ action }) => action)).toEqual(['network.create']);
  });

  it('waits for its first day, and gives way where its name is an address already', async () => {
    const { networkSlug } = await administrator.call('network.create', await asked({ startsOn: '2099-01-01' }));
    expect(networkSlug).toBe('sakra-vagar-2');
    expect((await read(administrator, networkSlug)).status).toBe('planned');
  });

  it('is refused with every field that is wrong named', async () => {
    const create = async (more: object) => refusal(administrator.call('network.create', await asked(more)));
    expect(await create({ slug: 'sakra-vagar' })).toBe('INVALID: slug taken');
    expect(await create({ themeId: uuidv7() })).toBe('INVALID: themeId not_a_choice');
    expect(await create({ startsOn: '2026-03-01', endsOn: '2026-03-01' })).toBe('INVALID: endsOn too_early');
    expect(await create({ name: ' ', startsOn: '1999-12-31' })).toBe('INVALID: name required: startsOn too_early');
  });
});

describe('a theme', () => {
  it('is added by its names, once', async () => {
    const add = (en: string) => administrator.call('theme.add', { names: { en, sv: 'Trygga skolvägar' } });
    const { themes } = await add('Safe ways to school');
    expect(themes.find(({ slug }) => slug === 'safe-ways-to-school')).toMatchObject({
      names: { en: 'Safe ways to school', sv: 'Trygga skolvägar' },
      networks: 0,
      channels: [],
    });
    expect(await refusal(add('safe ways to school'))).toBe('INVALID: names.en taken');
    expect(await refusal(add('Safe streets'))).toBe('INVALID: names.sv taken');
  });

  it('is renamed, and keeps its address, its other languages and its networks', async () => {
    const { themes } = await administrator.call('theme.list', {});
    const climate = themes.find(({ slug }) => slug === 'climate-action') ?? themes[0];
    const themeId = climate?.id ?? '';
    const rename = (en: string, sv: string) => administrator.call('theme.rename', { themeId, names: { en, sv } });
    const renamed = (await rename('Climate and water', 'Klimat och vatten')).themes.find(({ id }) => id === themeId);
    expect(renamed).toEqual({
      ...climate,
      names: { ...climate?.names, en: 'Climate and water', sv: 'Klimat och vatten' },
    });
    expect(await refusal(rename('Safe ways to school', 'Klimat'))).toBe('INVALID: names.en taken');
    const { entries } = await administrator.call('audit.list', { subjectId: themeId });
    expect(entries.map(({ action }) => action)).toEqual(['theme.rename']);
  });
});

describe('a network that changes', () => {
  it('keeps its former names and its address, and is only ever extended', async () => {
    const { networkId, networkSlug, coordinator } = await founded('Clean water');
    const change = (given: object) => coordinator.call('network.change', { networkSlug, ...given });
    await change({ name: 'Water for all' });
    await change({ name: 'Clean rivers', endsOn: '2031-02-28' });
    expect(await read(coordinator, networkSlug)).toMatchObject({
      name: 'Clean rivers',
      formerNames: ['Clean water', 'Water for all'],
      status: 'extended',
      endsOn: '2031-02-28',
      months: 60,
      may: { change: true, close: false },
    });
    await change({ name: 'Clean water' });
    expect((await read(coordinator, networkSlug)).formerNames).toEqual(['Water for all', 'Clean rivers']);
    expect(await refusal(change({ endsOn: '2031-01-01' }))).toBe('INVALID: endsOn too_early');
    await change({ name: 'Clean water' });
    expect(await trail(networkId)).toEqual([
      expect.objectContaining({ action: 'network.create' }),
      expect.objectContaining({ action: 'network.change', after: { fields: ['name'] } }),
      {
        action: 'network.change',
        before: { endsOn: '2030-02-28', status: 'active' },
        after: { fields: ['name', 'endsOn'], endsOn: '2031-02-28', status: 'extended' },
      },
      expect.objectContaining({ action: 'network.change', after: { fields: ['name'] } }),
    ]);
  });
});

describe('a closed network', () => {
  it('is read and not written: nothing is sent, opened, joined or granted in it', async () => {
    const { networkId, networkSlug, coordinator, expert, generalId } = await founded('Old streets');
    const topicTitle = 'The last word';
    const say = () =>
      refusal(expert.call('message.send', { channelId: generalId, clientId: uuidv7(), topicTitle, body: 'Here.' }));
    expect(await say()).toBe('answered');
    await expert.call('direct.open', { networkSlug, personId: coordinator.personId });
    await administrator.call('network.close', { networkSlug, to: 'completed', reason: 'Four years are over.' });

    expect(await say()).toBe('FORBIDDEN');
    const page = await read(expert, networkSlug);
    expect(page.status).toBe('completed');
    expect(page.channels.length).toBeGreaterThan(5);
    expect(page.channels.filter(({ archived }) => !archived)).toEqual([]);
    expect((await expert.call('channel.read', { channelId: generalId })).topics).toHaveLength(1);
    expect((await read(coordinator, networkSlug)).may).toEqual({ change: false, close: false });
    const late = await person(here.database, 'Late Comer');
    const tries = {
      channel: coordinator.call('channel.create', {
        networkSlug,
        channelId: uuidv7(),
        name: 'One more',
        purpose: '',
        kind: 'thematic',
      }),
      opening: coordinator.call('channel.archive', { channelId: generalId, archived: false }),
      change: coordinator.call('network.change', { networkSlug, name: 'New streets' }),
      adding: coordinator.call('member.add', { channelId: generalId, personIds: [expert.personId] }),
      direct: administrator.call('network.close', { networkSlug, to: 'completed' }),
    };
    expect(await Promise.all(Object.values(tries).map(refusal))).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
      'answered',
    ]);
    await expect(membership(here.database, late, 'expert', { networkId })).rejects.toThrow('The network is closed.');
    await expert.call('channel.leave', { channelId: generalId });
    expect(await refusal(expert.call('channel.join', { channelId: generalId }))).toBe('FORBIDDEN');
    expect((await expert.call('direct.open', { networkSlug, personId: coordinator.personId })).archived).toBe(true);
  });

  it('is opened again as it was, with what people had closed still closed', async () => {
    const { networkId, networkSlug, coordinator, expert, generalId } = await founded('Bus stops');
    const stories = (await read(coordinator, networkSlug)).channels.find(({ slug }) => slug === 'stories');
    await coordinator.call('channel.archive', { channelId: stories?.id ?? '', archived: true });
    await coordinator.call('network.change', { networkSlug, endsOn: '2032-01-01' });
    const close = (to: 'completed' | 'archived' | 'open') => administrator.call('network.close', { networkSlug, to });
    await close('completed');
    await close('archived');
    expect((await read(expert, networkSlug)).status).toBe('archived');
    await close('open');
    const page = await read(expert, networkSlug);
    expect(page.status).toBe('extended');
    expect(page.channels.filter(({ archived }) => archived).map(({ slug }) => slug)).toEqual(['stories']);
    const body = 'Here again.';
    const said = { channelId: generalId, clientId: uuidv7(), topicTitle: 'Again', body };
    expect(await refusal(expert.call('message.send', said))).toBe('answered');
    expect((await trail(networkId)).slice(-3)).toEqual([
      { action: 'network.close', before: { status: 'extended' }, after: { status: 'completed' } },
      { action: 'network.close', before: { status: 'completed' }, after: { status: 'archived' } },
      { action: 'network.reopen', before: { status: 'archived' }, after: { status: 'extended' } },
    ]);
  });
});
