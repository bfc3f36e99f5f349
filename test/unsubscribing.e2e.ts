/** Letters that come no more: by the page that a letter leads to, and by a mail program's one click. */
import { caller } from '@hub/client';
import { channel, hub, membership, network, person, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnsubscribingService, type Unsubscribed } from '../src/modules/mail/unsubscribing.service.js';
import { PreferencesService } from '../src/modules/preferences/preferences.service.js';

let here: TestHub;
let networkId: string;

beforeAll(async () => {
  here = await hub();
  networkId = await network(here.database);
});
afterAll(() => here.close());

async function somebody(): Promise<string> {
  const personId = await person(here.database, 'Lars Ek');
  await membership(here.database, personId, 'expert', { networkId });
  return personId;
}
const tokenOf = (personId: string, what: Unsubscribed) =>
  here.app.nest.get(UnsubscribingService, { strict: false }).tokenOf(personId, what);
const call = () => caller({ origin: here.origin, headers: { origin: here.origin } });
const post = (token: string) =>
  fetch(`${here.origin}/api/unsubscriptions/${token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });

async function mailOf(personId: string, kind: 'mention' | 'direct', channelId: string | null = null) {
  const asked = { personId, kind, networkId, channelId };
  return (await here.app.nest.get(PreferencesService, { strict: false }).mailTimes([asked], new Date()))[0]?.mail;
}

describe('a link in a letter', () => {
  it('says for whom and what, and stops it only when it is asked to', async () => {
    const personId = await somebody();
    const token = await tokenOf(personId, 'mention');
    const asked = { personName: 'Lars Ek', what: 'mention', off: false };
    expect(await call()('unsubscription.read', { token })).toEqual(asked);
    expect(await (await fetch(`${here.origin}/api/unsubscriptions/${token}`)).json()).toEqual(asked);
    expect(await mailOf(personId, 'mention')).toBe('now');
    await call()('unsubscription.give', { token });
    expect(await call()('unsubscription.read', { token })).toEqual({ ...asked, off: true });
    expect([await mailOf(personId, 'mention'), await mailOf(personId, 'direct')]).toEqual(['off', 'now']);
  });

  it('stops it also where they wanted it at once', async () => {
    const personId = await somebody();
    const channelId = await channel(here.database, { networkId, kind: 'thematic', slug: 'water' });
    await here.database.query(
      `insert into channel_preferences (person_id, channel_id, mail) values ($1, $2, '{"mention": "now"}')`,
      [personId, channelId],
    );
    expect(await mailOf(personId, 'mention', channelId)).toBe('now');
    expect((await post(await tokenOf(personId, 'mention'))).status).toBe(200);
    expect(await mailOf(personId, 'mention', channelId)).toBe('off');
  });

  it('is taken from a mail program, which comes from no page and posts a form', async () => {
    const personId = await somebody();
    const token = await tokenOf(personId, 'digest');
    expect((await post(token)).status).toBe(200);
    expect((await post(token)).status).toBe(200);
    expect(await call()('unsubscription.read', { token })).toMatchObject({ what: 'digest', off: true });
    const [row] = await here.database.query('select digest, mail from preferences where person_id = $1', [personId]);
    expect(row).toEqual({ digest: 'off', mail: {} });
  });

  it('stops nothing that always comes, and is nothing when forged or of a closed account', async () => {
    const personId = await somebody();
    const [critical, mine] = [await tokenOf(personId, 'broadcast'), await tokenOf(personId, 'direct')];
    expect((await post(critical)).status).toBe(403);
    expect(await call()('unsubscription.read', { token: critical })).toMatchObject({ off: false });
    const forged = `${mine.slice(0, 4)}${mine[4] === 'A' ? 'B' : 'A'}${mine.slice(5)}`;
    expect((await post(forged)).status).toBe(404);
    expect((await post('A'.repeat(30))).status).toBe(404);
    await here.database.query('update people set disabled_at = now() where id = $1', [personId]);
    expect((await post(mine)).status).toBe(404);
  });
});
