/** What is told to people: once each, folded where it is unread, and waiting for the postman where it is to be mailed. */
import { channel, hub, membership, network, person, until, type SignedIn, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { NotificationsService } from '../src/modules/notifications/notifications.service.js';
import type { Told } from '../src/modules/notifications/telling.js';

let here: TestHub;
let networkId: string;
let channelId: string;
let amara: SignedIn;
let lars: SignedIn;

beforeAll(async () => {
  here = await hub();
  networkId = await network(here.database);
  [amara, lars] = (await Promise.all(['Amara Mwansa', 'Lars Ek'].map(member))) as [SignedIn, SignedIn];
  channelId = await channel(here.database, { networkId, members: [amara.personId, lars.personId] });
});
afterAll(() => here.close());

async function member(name: string): Promise<SignedIn> {
  const personId = await person(here.database, name);
  await membership(here.database, personId, 'expert', { networkId });
  return here.signIn(personId);
}

const say = async (body: string) =>
  (await here.client(amara).call('message.send', { channelId, clientId: uuidv7(), topicTitle: 'Pumps', body })).id;
const list = (who: SignedIn) => here.client(who).call('notification.list', {});
const tell = (told: Told) => here.app.nest.get(NotificationsService).tellAll(told);
const mails = (personId: string) =>
  here.database.query(
    `select kind, state, due_at > now() + interval '4 minutes' as held from deliveries
    where person_id = $1 and medium = 'email' order by id`,
    [personId],
  );

describe('telling', () => {
  it('happens once for a key, and folds what is unread under the same key', async () => {
    const [first, second] = [await say('One.'), await say('Two.')];
    const told = { kind: 'reply', personIds: [lars.personId], foldKey: 'reply/pumps', channelId, networkId } as const;
    for (let time = 0; time < 6; time++) await tell({ ...told, about: { messageId: first }, key: first });
    const once = await list(lars);
    expect(once.notifications).toMatchObject([{ kind: 'reply', count: 1, messageId: first }]);
    await tell({ ...told, about: { messageId: second }, key: second });
    const twice = await list(lars);
    expect(twice.notifications).toMatchObject([
      { id: once.notifications[0]?.id, kind: 'reply', count: 2, messageId: second },
    ]);
    await here.client(lars).call('notification.read', {});
    const third = await say('Three.');
    await tell({ ...told, about: { messageId: third }, key: third });
    expect((await list(lars)).notifications).toMatchObject([{ count: 1, messageId: third }, { count: 2 }]);
    // A reply waits for the digest.
    expect(await mails(lars.personId)).toEqual([]);
  });

  it('leaves a row of the ledger for whoever is not told, and no more', async () => {
    const messageId = await say('Muted.');
    const suppressed = new Map([[lars.personId, 'muted']]);
    await tell({ kind: 'mention', personIds: [lars.personId], about: { messageId }, key: messageId, suppressed });
    const [row] = await here.database.query('select state, reason from deliveries where subject_id = $1', [messageId]);
    expect(row).toEqual({ state: 'suppressed', reason: 'muted' });
    expect((await list(lars)).notifications.some(({ kind }) => kind === 'mention')).toBe(false);
  });

  it('makes a mail wait that can be read meanwhile', async () => {
    await say(`<@${lars.personId}>, does it run?`);
    await until(
      () => mails(lars.personId),
      (rows) => rows.length === 1,
    );
    expect(await mails(lars.personId)).toEqual([{ kind: 'mention', state: 'pending', held: true }]);
  });
});
