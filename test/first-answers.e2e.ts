/** What comes with a page: what its reader would be answered, and nothing that they would not. */
import { caller, type Call } from '@hub/client';
import { channel, hub, membership, network, person, type SignedIn, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';

const hostile = '</script><img src=x onerror=alert(1)><!--';
const element = /<script type="application\/json" id="answers">(.*?)<\/script>/s;

type Someone = SignedIn & { call: Call };

let here: TestHub;
let networkId: string;
let amara: Someone;
let leaver: Someone;
let stranger: Someone;
let channelId: string;
let topicId: string;

beforeAll(async () => {
  here = await hub();
  networkId = await network(here.database);
  amara = await somebody('Amara Mwansa', networkId);
  leaver = await somebody('Ida Falk', networkId);
  stranger = await somebody('Otto Lind', await network(here.database, 'health'));
  channelId = await channel(here.database, { networkId });
  for (const one of [amara, leaver]) await one.call('channel.join', { channelId });
  const sent = await amara.call('message.send', {
    channelId,
    clientId: uuidv7(),
    topicTitle: hostile,
    body: hostile,
  });
  ({ topicId } = sent);
});

afterAll(() => here.close());

async function somebody(name: string, networkId: string): Promise<Someone> {
  const personId = await person(here.database, name);
  await membership(here.database, personId, 'expert', { networkId });
  const signedIn = await here.signIn(personId);
  return { ...signedIn, call: caller({ origin: here.origin, headers: signedIn.headers }) };
}

/** A page as it is sent to somebody, and what came with it. */
async function open(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(here.origin + path, { headers: { accept: 'text/html', ...headers } });
  const html = await response.text();
  const answers = element.exec(html)?.[1];
  return { response, html, answers: answers === undefined ? undefined : (JSON.parse(answers) as object) };
}

/** As the page asks each for itself. */
async function asked(path: string, { headers }: Someone): Promise<unknown> {
  return (await fetch(`${here.origin}/api${path}`, { headers })).json();
}

const topicPath = () => `/topics/${topicId}`;

it('answers what the page of a topic asks first, as it would be answered', async () => {
  const { response, html, answers } = await open(`/t/${topicId}`, amara.headers);
  const paths = ['/session', topicPath(), `${topicPath()}/messages`];
  expect(answers).toEqual(
    Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await asked(path, amara)]))),
  );
  expect(JSON.stringify(answers)).toContain('onerror');
  expect(html).not.toContain('<img');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('link')).toContain('rel=modulepreload');
});

it('brings the session with every other page', async () => {
  for (const path of ['/', '/t/nothing/else', `/n/climate/c/${channelId}`])
    expect(Object.keys((await open(path, amara.headers)).answers ?? {})).toEqual(['/session']);
});

it('leaves to the page what it would ask in another way', async () => {
  const said = async (path: string, more: Record<string, string>) =>
    Object.keys((await open(path, { ...amara.headers, ...more })).answers ?? {});
  const less = ['/session', topicPath()];
  expect(await said(`/t/${topicId}?m=1`, {})).toEqual(less);
  expect(await said(`/t/${topicId}`, { 'save-data': 'on' })).toEqual(less);
  await amara.call('profile.change', { lowData: true });
  expect(await said(`/t/${topicId}`, {})).toEqual(less);
  await amara.call('profile.change', { lowData: false });
});

it('tells of a topic only whoever may read it, and of what is not there the same', async () => {
  expect((await open(`/t/${topicId}`, leaver.headers)).answers).toHaveProperty([topicPath()]);
  await here.database.query('update memberships set until_on = current_date where person_id = $1', [leaver.personId]);
  for (const someone of [stranger, leaver]) {
    const { answers } = await open(`/t/${topicId}`, someone.headers);
    expect(Object.keys(answers ?? {})).toEqual(['/session']);
    expect(answers).toEqual((await open(`/t/${uuidv7()}`, someone.headers)).answers);
    expect(answers).toEqual((await open('/t/no-id', someone.headers)).answers);
  }
});

it('brings nothing to whoever is not signed in, any more or at all', async () => {
  await here.database.query('update sessions set ended_at = now() where person_id = $1', [leaver.personId]);
  for (const headers of [leaver.headers, { cookie: 'hub=made-up' }])
    expect((await open(`/t/${topicId}`, headers)).answers).toEqual({});
  const { response, answers } = await open(`/t/${topicId}`);
  expect(answers).toBeUndefined();
  expect(response.headers.get('cache-control')).toBe('no-cache');
  expect(response.headers.get('link')).toBeNull();
});

it('comes without answers where they take long', async () => {
  const runner = here.database.dataSource.createQueryRunner();
  await runner.startTransaction();
  await runner.query('lock table sessions in access exclusive mode');
  try {
    const { response, answers } = await open(`/t/${topicId}`, amara.headers);
    expect(response.status).toBe(200);
    expect(answers).toEqual({});
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
});
