/** Signing in at the employer: against a real provider, and against one that lies. */
import { caller } from '@hub/client';
import type { Failure } from '@hub/contracts';
import { hub, membership, network, person, type SignedIn, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { LyingProvider } from './provider.js';

/** A browser that keeps cookies by host and follows no redirect by itself. */
class Browser {
  private readonly cookies = new Map<string, Map<string, string>>();

  set(url: string, cookie: string): void {
    const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    const host = new URL(url).host;
    const jar = this.cookies.get(host) ?? new Map<string, string>();
    this.cookies.set(host, jar.set(key, value));
  }

  async ask(url: string, options: { method?: string; body?: URLSearchParams } = {}) {
    const jar = this.cookies.get(new URL(url).host) ?? new Map<string, string>();
    const response = await fetch(url, {
      ...options,
      redirect: 'manual',
      headers: {
        cookie: [...jar].map(([key, value]) => `${key}=${value}`).join('; '),
        ...(options.method === 'POST' && { origin: new URL(url).origin }),
      },
    });
    for (const cookie of response.headers.getSetCookie()) this.set(url, cookie);
    const { location } = Object.fromEntries(response.headers);
    return { status: response.status, text: await response.text(), to: location && new URL(location, url).href };
  }

  async post(origin: string, path: string): Promise<{ url: string; code: string | undefined }> {
    const { text } = await this.ask(`${origin}/api${path}`, { method: 'POST' });
    const { url, error } = JSON.parse(text) as { url: string; error?: { code: string } };
    return { url, code: error?.code };
  }
}

let here: TestHub;
let origin: string;
let networkId: string;

async function openHub(issuer: string): Promise<void> {
  here = await hub({
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'samverka',
    OIDC_CLIENT_SECRET: 'secret',
    OIDC_NAME: 'Granvika',
  });
  origin = `http://localhost:${here.app.port}`;
  networkId = await network(here.database);
}

async function member(name = 'Amara Mwansa'): Promise<{ who: SignedIn; browser: Browser }> {
  const who = await here.signIn(await person(here.database, name));
  await membership(here.database, who.personId, 'expert', { networkId });
  const browser = new Browser();
  browser.set(origin, who.headers.cookie);
  return { who, browser };
}

const whoIs = async (browser: Browser) =>
  (JSON.parse((await browser.ask(`${origin}/api/session`)).text) as { person: { id: string } | null }).person?.id;

describe('at a real provider', () => {
  let server: Server;
  let provider: Provider;

  beforeAll(async () => {
    // It needs to know where the hub is, and the hub where it is: it starts on a port of its own and learns of the hub later.
    const { createServer } = await import('node:http');
    server = createServer((request, response) => void provider.callback()(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
    await openHub(issuer);
    provider = new Provider(issuer, {
      clients: [{ client_id: 'samverka', client_secret: 'secret', redirect_uris: [`${origin}/api/oidc/return`] }],
      pkce: { required: () => true },
      findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
      features: { devInteractions: { enabled: true } },
    });
  }, 30_000);

  afterAll(async () => {
    await here.close();
    server.closeAllConnections();
    server.close();
  });

  /** Fills in whatever the provider asks, until it sends the browser back to the hub; returns where the hub sends it. */
  async function passes(browser: Browser, url: string, login: string): Promise<string> {
    let at = url;
    for (let step = 0; step < 12; step++) {
      const page = await browser.ask(at);
      if (at.startsWith(`${origin}/api/oidc/return`)) return page.to ?? '';
      const [, prompt] = /name="prompt" value="(\w+)"/.exec(page.text) ?? [];
      const [, action = ''] = /action="([^"]+)"/.exec(page.text) ?? [];
      const form = new URLSearchParams({ prompt: prompt ?? '', login, password: 'any' });
      const { to } = prompt ? await browser.ask(new URL(action, at).href, { method: 'POST', body: form }) : page;
      if (to === undefined) throw new Error(`The provider stopped at ${at}: ${page.status} ${page.text.slice(0, 300)}`);
      at = to;
    }
    throw new Error('The provider never came to an end.');
  }

  it('whoever linked their account signs in with it, and nobody before that', async () => {
    const { who, browser } = await member();
    const fresh = new Browser();
    const first = await fresh.post(origin, '/identities/entry');
    expect(await passes(fresh, first.url, 'anna')).toBe(`${origin}/sign-in?provider=unlinked`);
    expect(await whoIs(fresh)).toBeUndefined();

    const { url } = await browser.post(origin, '/identities');
    expect(await passes(browser, url, 'anna')).toBe(`${origin}/settings/sign-in?provider=linked`);
    const again = new Browser();
    const { url: way } = await again.post(origin, '/identities/entry');
    expect(await passes(again, way, 'anna')).toBe(`${origin}/`);
    expect(await whoIs(again)).toBe(who.personId);

    const call = caller({ origin: here.origin, headers: who.headers });
    expect((await call('session.list', {})).map(({ how }) => how)).toContain('oidc');
    const [identity] = await call('identity.list', {});
    await call('identity.remove', { identityId: identity?.id ?? '' });
    const late = new Browser();
    const { url: closed } = await late.post(origin, '/identities/entry');
    expect(await passes(late, closed, 'anna')).toBe(`${origin}/sign-in?provider=unlinked`);
  });
});

describe('at a provider that lies', () => {
  let provider: LyingProvider;
  let amara: Awaited<ReturnType<typeof member>>;

  beforeAll(async () => {
    provider = await LyingProvider.start();
    await openHub(provider.issuer);
    amara = await member();
    expect(await link(amara.browser)).toBe('/settings/sign-in?provider=linked');
  }, 30_000);

  afterAll(async () => {
    await here.close();
    provider.close();
  });

  const nonceOf = (url: string) => new URL(url).searchParams.get('nonce');
  const stateOf = (url: string) => new URL(url).searchParams.get('state') ?? '';
  async function comesBack(browser: Browser, state: string): Promise<string> {
    const { to = '' } = await browser.ask(`${origin}/api/oidc/return?code=any&state=${state}`);
    return to.replace(origin, '');
  }

  async function enter(claims: Record<string, unknown> = {}, forged = false): Promise<string> {
    const browser = new Browser();
    const { url } = await browser.post(origin, '/identities/entry');
    Object.assign(provider, { claims: { nonce: nonceOf(url), ...claims }, forged });
    const to = await comesBack(browser, stateOf(url));
    expect((await whoIs(browser)) !== undefined).toBe(to === '/');
    return to;
  }

  async function link(browser: Browser, sub = 'anna'): Promise<string> {
    const { url } = await browser.post(origin, '/identities');
    Object.assign(provider, { claims: { nonce: nonceOf(url), sub }, forged: false });
    return comesBack(browser, stateOf(url));
  }

  it('what is right is let in, with the verifier of its own challenge', async () => {
    expect(await enter()).toBe('/');
    expect(provider.exchanged?.get('code_verifier')).toMatch(/^[\w-]{43,}$/);
  });

  it.each([
    ['another nonce', { nonce: 'another' }, false],
    ['no nonce', { nonce: undefined }, false],
    ['another audience', { aud: 'somebody-else' }, false],
    ['another issuer', { iss: 'https://elsewhere.example' }, false],
    ['what has run out', { exp: Math.floor(Date.now() / 1000) - 3600 }, false],
    ['a key that was never published', {}, true],
  ])('%s is not', async (_, claims, forged) => {
    expect(await enter(claims, forged)).toBe('/sign-in?provider=failed');
  });

  it("an account with somebody's e-mail address is not theirs", async () => {
    const [row] = await here.database.query<{ email: string }>('select email from people where id = $1', [
      amara.who.personId,
    ]);
    const claims = { sub: 'mallory', email: row?.email, email_verified: true, preferred_username: row?.email };
    expect(await enter(claims)).toBe('/sign-in?provider=unlinked');
  });

  it('a way back is good once, and in the browser that set out', async () => {
    const [mine, theirs] = [new Browser(), new Browser()];
    const { url } = await mine.post(origin, '/identities/entry');
    Object.assign(provider, { claims: { nonce: nonceOf(url) }, forged: false });
    await theirs.post(origin, '/identities/entry');
    expect(await comesBack(theirs, stateOf(url))).toBe('/sign-in?provider=failed');
    expect(await comesBack(mine, stateOf(url))).toBe('/');
    expect(await comesBack(mine, stateOf(url))).toBe('/sign-in?provider=failed');
    expect(await comesBack(mine, 'invented')).toBe('/sign-in?provider=failed');
  });

  it('an account is linked to one person, and only by the session that set out', async () => {
    const other = await member('Björn Berg');
    expect(await link(other.browser)).toBe('/settings/sign-in?provider=taken');
    expect(await link(amara.browser)).toBe('/settings/sign-in?provider=linked');
    const { url } = await other.browser.post(origin, '/identities');
    Object.assign(provider, { claims: { nonce: nonceOf(url), sub: 'björn' }, forged: false });
    other.browser.set(origin, amara.who.headers.cookie);
    expect(await comesBack(other.browser, stateOf(url))).toBe('/settings/sign-in?provider=failed');
    expect(await enter({ sub: 'björn' })).toBe('/sign-in?provider=unlinked');
  });

  it('is linked just after signing in, and by nobody who has not', async () => {
    expect((await new Browser().post(origin, '/identities')).code).toBe('UNAUTHENTICATED' satisfies Failure['code']);
    const { who, browser } = await member('Some Visitor');
    await here.database.query(
      `update sessions set created_at = now() - interval '1 hour', second_factor_at = null where person_id = $1`,
      [who.personId],
    );
    expect((await browser.post(origin, '/identities')).code).toBe('FORBIDDEN' satisfies Failure['code']);
  });

  it('whose account was closed here stays out, whatever the provider says', async () => {
    const { who, browser } = await member('Some Leaver');
    expect(await link(browser, 'leaver')).toBe('/settings/sign-in?provider=linked');
    expect(await enter({ sub: 'leaver' })).toBe('/');
    await here.database.query('update people set disabled_at = now() where id = $1', [who.personId]);
    expect(await enter({ sub: 'leaver' })).toBe('/sign-in?provider=unlinked');
    expect(await whoIs(browser)).toBeUndefined();
  });
});
