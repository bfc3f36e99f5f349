/** What operators and their machines ask, and what every answer carries. */
import { signingKey } from '@hub/database';
import { hub, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

let here: TestHub;

beforeAll(async () => {
  here = await hub();
});

afterAll(() => here.close());

const get = (path: string, headers: Record<string, string> = {}, at = here.origin) =>
  fetch(`${at}${path}`, { headers });

describe('operators', () => {
  it('learn that the hub is alive and can serve', async () => {
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(200);
  });

  it('read figures on this machine, not through a proxy that speaks for others', async () => {
    await get('/api/session');
    const figures = await get('/metrics');
    expect(await figures.text()).toMatch(
      /hub_http_request_seconds_count\{method="GET",route="\/api\/session",status="200"\} \d/,
    );
    expect((await get('/metrics', { 'x-forwarded-for': '192.0.2.1' })).status).toBe(404);
  });

  it('read figures by token where one is set, and only by it', async () => {
    const guarded = await here.another({ METRICS_TOKEN: 'a token of some length' });
    const ask = async (headers: Record<string, string>) => (await get('/metrics', headers, guarded.origin)).status;
    expect(await ask({ authorization: 'Bearer a token of some length' })).toBe(200);
    expect(await ask({ authorization: 'Bearer another' })).toBe(404);
    expect(await ask({})).toBe(404);
  });

  it('run a worker that serves no pages and no API', async () => {
    const worker = await here.another({ HUB_ROLES: 'worker' });
    expect((await get('/readyz', {}, worker.origin)).status).toBe(200);
    expect((await get('/api/session', {}, worker.origin)).status).toBe(404);
    expect((await get('/', {}, worker.origin)).status).toBe(404);
  });
});

describe('every answer', () => {
  it('is kept by nobody in between, and loads nothing from elsewhere', async () => {
    const answer = await get('/api/session');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const page = await get('/n/climate', { accept: 'text/html' });
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect((await get('/assets/none.js')).status).toBe(404);
  });
});

describe('a page', () => {
  const linksOf = async (path: string, headers: Record<string, string> = {}) =>
    [...((await get(path, headers)).headers.get('link') ?? '').matchAll(/<([^>]+)>/g)].map(([, file = '']) => file);
  const cookie = 'hub=anything';
  const topic = '/t/0199aaaa-0000-7000-8000-000000000000';

  it('tells whoever comes back what it will load, and nothing that is not there', async () => {
    const files = await linksOf(topic, { cookie, 'accept-language': 'sv-SE,en;q=0.5' });
    for (const name of ['base-', 'app-', 'talk-', 'topic-route-'])
      expect(files.filter((file) => file.startsWith(`/assets/${name}`)).length).toBeGreaterThan(0);
    for (const file of files) expect([file, (await get(file)).status]).toEqual([file, 200]);
    const english = await linksOf(topic, { cookie, 'accept-language': 'en-GB' });
    expect(english).not.toEqual(files);
    // The language that the page showed here last goes before the browser's.
    const shown = await linksOf(topic, { cookie: `${cookie}; hub-locale=sv`, 'accept-language': 'en-GB' });
    expect(shown).toEqual(files);
    expect(await linksOf(topic, { cookie: `${cookie}; hub-locale=xx`, 'accept-language': 'en-GB' })).toEqual(english);
  });

  it('tells of no more than it needs: less for other pages, nothing for strangers', async () => {
    expect((await linksOf('/', { cookie })).join()).not.toMatch(/topic/);
    expect(await linksOf(topic)).toEqual([]);
    expect(await linksOf('/mark.svg', { cookie })).toEqual([]);
  });
});

describe('programs', () => {
  it('find the contracts as OpenAPI 3.1 and as a page', async () => {
    expect(await (await get('/api/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' });
    const page = await (await get('/api/docs')).text();
    expect(page).toContain('POST /api/channels/{channelId}/messages');
    expect(page).not.toContain('<script');
  });
});

describe('a signing key', () => {
  it('is made once and the same for every node', async () => {
    const second = await here.another();
    const keys = await Promise.all([signingKey(here.database, 'test'), signingKey(second.database, 'test')]);
    expect(keys[0]).toHaveLength(32);
    expect(keys[1]).toEqual(keys[0]);
  });
});
