/** Passkeys: made, used and removed; what does not prove anything; and what is asked of those who administrate. */
import { Failure, paths, type Input, type Output, type RouteName } from '@hub/contracts';
import { hub, membership, network, person, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SessionsService } from '../src/modules/identity/sessions.service.js';
import { Authenticator, type Ceremony } from './authenticator.js';

let here: TestHub;
let networkId: string;

beforeAll(async () => {
  here = await hub();
  networkId = await network(here.database);
}, 30_000);

afterAll(() => here.close());

/** A browser that keeps its cookies. */
class Browser {
  readonly cookies = new Map<string, string>();

  get ceremony(): Ceremony {
    return { origin: here.origin };
  }

  static async signedIn(personId: string, how: 'code' | 'demonstration' = 'code'): Promise<Browser> {
    const browser = new Browser();
    browser.cookies.set('hub', await here.app.nest.get(SessionsService).open(personId, { how, userAgent: undefined }));
    return browser;
  }

  async call<N extends RouteName>(name: N, input: Input<N>): Promise<Output<N>> {
    const [method = '', template = ''] = paths[name].split(' ');
    const path = template.replace(/:(\w+)/g, (_, key: string) => String((input as Record<string, unknown>)[key]));
    const response = await fetch(`${here.origin}/api${path}`, {
      method,
      headers: {
        origin: here.origin,
        'content-type': 'application/json',
        cookie: [...this.cookies].map(([key, value]) => `${key}=${value}`).join('; '),
      },
      ...(method !== 'GET' && method !== 'DELETE' && { body: JSON.stringify(input) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.cookies.set(key, value);
    }
    const answer = (await response.json()) as { error?: { code: Failure['code']; message: string } };
    if (response.ok) return answer as Output<N>;
    const { code, message, ...details } = answer.error ?? { code: 'INTERNAL', message: '' };
    throw new Failure(code, message, details);
  }

  async make(key: Authenticator, name = 'Telephone') {
    const { challenge } = await this.call('passkey.options', {});
    return this.call('passkey.register', { name, answer: key.make(challenge, this.ceremony) });
  }

  async use(key: Authenticator, ceremony: Partial<Ceremony> = {}) {
    const { challenge } = await this.call('passkey.challenge', {});
    return this.call('passkey.enter', { answer: key.use(challenge, { ...this.ceremony, ...ceremony }) });
  }
}

async function somebody(name?: string): Promise<{ personId: string; browser: Browser }> {
  const personId = await person(here.database, name);
  await membership(here.database, personId, 'expert', { networkId });
  return { personId, browser: await Browser.signedIn(personId) };
}

async function withPasskey(name?: string) {
  const who = await somebody(name);
  const key = new Authenticator();
  await who.browser.make(key);
  return { ...who, key };
}

const refused = (code: Failure['code'], asked: Promise<unknown>) => expect(asked).rejects.toMatchObject({ code });

describe('a passkey', () => {
  it('is made in a session, and signs its owner in elsewhere without a name', async () => {
    const { personId, browser, key } = await withPasskey('Amara Mwansa');
    expect(await browser.call('passkey.list', {})).toMatchObject([{ name: 'Telephone', lastUsedAt: null }]);
    const other = new Browser();
    expect((await other.use(key)).person).toMatchObject({ id: personId, name: 'Amara Mwansa' });
    const [session] = await other.call('session.list', {});
    expect(session).toMatchObject({ how: 'passkey', current: true });
    expect((await other.call('passkey.list', {}))[0]?.lastUsedAt).not.toBeNull();
  });

  it('is renamed and removed by its owner alone, and then lets nobody in', async () => {
    const { browser, key } = await withPasskey();
    const stranger = await somebody();
    const passkeyId = (await browser.call('passkey.list', {}))[0]?.id ?? '';
    await refused('NOT_FOUND', stranger.browser.call('passkey.rename', { passkeyId, name: 'Mine' }));
    await refused('NOT_FOUND', stranger.browser.call('passkey.remove', { passkeyId }));
    expect(await browser.call('passkey.rename', { passkeyId, name: 'Old telephone' })).toMatchObject([
      { name: 'Old telephone' },
    ]);
    expect(await browser.call('passkey.remove', { passkeyId })).toEqual([]);
    await refused('UNAUTHENTICATED', new Browser().use(key));
    const trail = await here.database.query<{ action: string }>(
      'select action from audit_entries where subject_id = $1 order by at',
      [passkeyId],
    );
    expect(trail.map(({ action }) => action)).toEqual(['passkey.register', 'passkey.remove']);
  });

  it('of somebody whose account was closed lets nobody in', async () => {
    const { personId, key } = await withPasskey();
    await here.database.query('update people set disabled_at = now() where id = $1', [personId]);
    await refused('UNAUTHENTICATED', new Browser().use(key));
  });
});

describe('nobody is let in by', () => {
  it('an answer that was given before', async () => {
    const { key } = await withPasskey();
    const browser = new Browser();
    const { challenge } = await browser.call('passkey.challenge', {});
    const answer = key.use(challenge, browser.ceremony);
    await browser.call('passkey.enter', { answer });
    await refused('UNAUTHENTICATED', browser.call('passkey.enter', { answer }));
    const again = key.use(challenge, browser.ceremony);
    await refused('UNAUTHENTICATED', browser.call('passkey.enter', { answer: again }));
  });

  it('an answer to the challenge of another browser, or of one that is too old', async () => {
    const { key } = await withPasskey();
    const [mine, theirs] = [new Browser(), new Browser()];
    const { challenge } = await theirs.call('passkey.challenge', {});
    await mine.call('passkey.challenge', {});
    await refused('UNAUTHENTICATED', mine.call('passkey.enter', { answer: key.use(challenge, mine.ceremony) }));
    await here.database.query('update passkey_challenges set expires_at = now()');
    await refused('UNAUTHENTICATED', theirs.call('passkey.enter', { answer: key.use(challenge, theirs.ceremony) }));
  });

  it('an answer that another site got signed', async () => {
    const { key } = await withPasskey();
    await refused('UNAUTHENTICATED', new Browser().use(key, { origin: 'https://elsewhere.example' }));
    await refused('UNAUTHENTICATED', new Browser().use(key, { rpId: 'elsewhere.example' }));
  });

  it('a device that did not look who holds it', async () => {
    const { key } = await withPasskey();
    await refused('UNAUTHENTICATED', new Browser().use(key, { verified: false }));
  });

  it('another key with the same name', async () => {
    const { key } = await withPasskey();
    const forged = Object.assign(new Authenticator(), { id: key.id });
    await refused('UNAUTHENTICATED', new Browser().use(forged));
  });

  it('a key whose counter goes back, as that of a copy does; the trail says so', async () => {
    const { key, browser } = await withPasskey();
    await new Browser().use(key, { counter: 40 });
    await refused('UNAUTHENTICATED', new Browser().use(key, { counter: 39 }));
    await refused('UNAUTHENTICATED', new Browser().use(key, { counter: 0 }));
    const id = (await browser.call('passkey.list', {}))[0]?.id;
    const trail = await here.database.query(
      `select from audit_entries where subject_id = $1 and action = 'passkey.refuse'`,
      [id],
    );
    expect(trail).toHaveLength(2);
    await new Browser().use(key, { counter: 41 });
  });
});

describe('a passkey is not made', () => {
  it('with the challenge of somebody else, twice, or without looking who holds the device', async () => {
    const [amara, bjorn] = [await somebody(), await somebody()];
    const key = new Authenticator();
    const { challenge } = await amara.browser.call('passkey.options', {});
    const answer = key.make(challenge, amara.browser.ceremony);
    bjorn.browser.cookies.set('hub-passkey', amara.browser.cookies.get('hub-passkey') ?? '');
    await refused('FORBIDDEN', bjorn.browser.call('passkey.register', { name: 'Mine', answer }));
    await amara.browser.call('passkey.register', { name: 'Mine', answer });
    await refused('FORBIDDEN', amara.browser.call('passkey.register', { name: 'Mine', answer }));
    const unseen = await amara.browser.call('passkey.options', {});
    const unverified = key.make(unseen.challenge, { ...amara.browser.ceremony, verified: false });
    await refused('FORBIDDEN', amara.browser.call('passkey.register', { name: 'Mine', answer: unverified }));
    expect(await bjorn.browser.call('passkey.list', {})).toEqual([]);
  });

  it('in a session that began long ago, until its person signs in again or shows a passkey', async () => {
    const { personId, browser, key } = await withPasskey();
    await here.database.query(
      `update sessions set created_at = now() - interval '31 minutes', second_factor_at = now() - interval '31 minutes'
      where person_id = $1`,
      [personId],
    );
    await expect(browser.call('passkey.options', {})).rejects.toMatchObject({
      code: 'FORBIDDEN',
      details: { confirm: 'passkey' },
    });
    const { challenge } = await browser.call('passkey.challenge', {});
    await browser.call('passkey.confirm', { answer: key.use(challenge, browser.ceremony) });
    await browser.call('passkey.options', {});
    const bare = await somebody();
    await here.database.query(`update sessions set created_at = now() - interval '31 minutes' where person_id = $1`, [
      bare.personId,
    ]);
    await expect(bare.browser.call('passkey.options', {})).rejects.toMatchObject({
      details: { confirm: 'sign_in' },
    });
  });
});

describe('whoever administrates', () => {
  async function administrator() {
    const personId = await person(here.database, 'Ada Min');
    await membership(here.database, personId, 'administrator');
    return { personId, browser: await Browser.signedIn(personId) };
  }

  it('is asked to make a passkey, and confirms with it in every session that began without', async () => {
    const { personId, browser } = await administrator();
    await expect(browser.call('person.sessions', { personId })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      details: { confirm: 'new_passkey' },
    });
    const key = new Authenticator();
    await browser.make(key);
    expect(await browser.call('person.sessions', { personId })).toHaveLength(1);

    const byCode = await Browser.signedIn(personId);
    await expect(byCode.call('person.sessions', { personId })).rejects.toMatchObject({
      details: { confirm: 'passkey' },
    });
    const before = byCode.cookies.get('hub') ?? '';
    const { challenge } = await byCode.call('passkey.challenge', {});
    await byCode.call('passkey.confirm', { answer: key.use(challenge, byCode.ceremony) });
    expect(await byCode.call('person.sessions', { personId })).toHaveLength(2);
    const copied = new Browser();
    copied.cookies.set('hub', before);
    await refused('UNAUTHENTICATED', copied.call('profile.read', {}));
  });

  it("cannot confirm with somebody else's passkey", async () => {
    const { personId, browser } = await administrator();
    const { key } = await withPasskey();
    const { challenge } = await browser.call('passkey.challenge', {});
    const answer = key.use(challenge, browser.ceremony);
    await refused('FORBIDDEN', browser.call('passkey.confirm', { answer }));
    await refused('FORBIDDEN', browser.call('person.sessions', { personId }));
  });

  it('is asked again after half a day', async () => {
    const { personId, browser } = await administrator();
    await browser.make(new Authenticator());
    await here.database.query(
      `update sessions set second_factor_at = now() - interval '12 hours 1 minute' where person_id = $1`,
      [personId],
    );
    await expect(browser.call('person.sessions', { personId })).rejects.toMatchObject({
      details: { confirm: 'passkey' },
    });
  });

  it('is asked for nothing in a demonstration, where anybody may be anybody', async () => {
    const { personId } = await administrator();
    const visitor = await Browser.signedIn(personId, 'demonstration');
    expect(await visitor.call('person.sessions', { personId })).toHaveLength(2);
  });
});
