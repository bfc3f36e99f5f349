/** Letters about what is told: one for a person and moment, checked again before it leaves, and never sent twice. */
import { channel, hub, mailServer, membership, network, person, until } from '@hub/testing';
import type { MailServer, SignedIn, TestHub } from '@hub/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { UnsubscribingService } from '../src/modules/mail/unsubscribing.service.js';
import { PostmanJobs } from '../src/modules/notifications/postman.jobs.js';

let here: TestHub;
let mail: MailServer;
let networkId: string;
let channelId: string;
let amara: SignedIn;
let lars: SignedIn;

beforeAll(async () => {
  mail = await mailServer();
  here = await hub({ SMTP_URL: mail.url, PUBLIC_URL: 'http://localhost:3000' });
  networkId = await network(here.database);
  [amara, lars] = (await Promise.all(['Amara Mwansa', 'Lars Ek'].map((name) => member(name)))) as [SignedIn, SignedIn];
  // Nobody sleeps while this runs.
  await here.database.query(
    `insert into preferences (person_id, quiet_from, quiet_until, quiet_days, quiet_holidays)
    select id, '00:00', '00:00', '{}', false from people`,
  );
  channelId = await channel(here.database, { networkId, members: [amara.personId, lars.personId] });
});
afterAll(async () => {
  await here.close();
  await mail.close();
});
beforeEach(async () => {
  mail.mood = 'kind';
  mail.received.length = 0;
  await here.database.query('delete from notifications');
});

async function member(name: string): Promise<SignedIn> {
  const personId = await person(here.database, name);
  await membership(here.database, personId, 'expert', { networkId });
  const { headers } = await here.signIn(personId);
  return { personId, headers: { ...headers, origin: 'http://localhost:3000' } };
}

async function call(who: SignedIn, path: string, body: object): Promise<{ id: string; topicId: string; seq: number }> {
  const response = await fetch(`${here.origin}/api${path}`, {
    method: 'POST',
    headers: { ...who.headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as never;
}

const say = (body: string, more: object = {}, where = channelId) =>
  call(amara, `/channels/${where}/messages`, { clientId: uuidv7(), topicTitle: 'Pump tests', body, ...more });

interface Row {
  state: string;
  reason: string | null;
  attempt: number;
  letterId: string | null;
}
const rows = (personId = lars.personId) =>
  here.database.query<Row>(
    `select state, reason, attempt, letter_id as "letterId" from deliveries where person_id = $1 and medium = 'email'
    order by created_at, id`,
    [personId],
  );
/** The five minutes are over. */
const pass = () => here.database.query(`update deliveries set due_at = now() where state = 'pending'`);
const waiting = (count = 1, personId = lars.personId) =>
  until(
    () => rows(personId),
    (found) => found.length === count,
  );
const settled = (count = 1, personId = lars.personId) =>
  until(
    () => rows(personId),
    (found) => found.length === count && found.every(({ state }) => !['pending', 'sending'].includes(state)),
  );
const addressOf = ({ personId }: SignedIn) => `${personId}@example.org`;

describe('a letter', () => {
  it('has the whole text, its thread and a way to stop it, and leaves five minutes later', async () => {
    const first = await say(`<@${lars.personId}>, does **it** run?\n\n- yes\n- <b>no</b>`);
    await waiting();
    expect(mail.received).toEqual([]);
    await pass();
    const letter = await mail.letterTo(addressOf(lars));
    expect(letter.subject).toBe('Amara Mwansa mentions you: Pump tests');
    expect(letter.text).toContain('> @Lars Ek, does **it** run?');
    expect(letter.html).toContain('does <strong>it</strong> run?');
    expect(letter.html).toContain('&lt;b&gt;no');
    expect(letter.text).toContain(`http://localhost:3000/t/${first.topicId}?m=${first.id}`);
    const list = letter.headers.get('list') as { unsubscribe?: { url: string } };
    expect(letter.headerLines.find(({ key }) => key === 'list-unsubscribe-post')?.line).toContain('One-Click');
    const token = list.unsubscribe?.url.split('/').at(-1) ?? '';
    expect(list.unsubscribe?.url).toBe(`http://localhost:3000/api/unsubscriptions/${token}`);
    const unsubscribing = here.app.nest.get(UnsubscribingService, { strict: false });
    expect(await unsubscribing.read(token)).toEqual({ personId: lars.personId, what: 'mention' });
    expect(await unsubscribing.read(`${token.slice(0, -4)}AAAA`)).toBeUndefined();
    await say(`<@${lars.personId}>, and now?`, { topicId: first.topicId, topicTitle: undefined });
    await waiting(2);
    await pass();
    const second = await mail.letterTo(addressOf(lars), 2);
    expect(second.messageId).not.toBe(letter.messageId);
    expect(second.references).toBe(letter.references);
    expect(letter.inReplyTo).toBe(letter.references);
    expect(await settled(2)).toMatchObject([{ state: 'delivered' }, { state: 'delivered' }]);
  });

  it('is one of everything that is due, in which each has a link of its own', async () => {
    const sent = [
      await say(`<@${lars.personId}>, one`),
      await say(`<@${lars.personId}>, two`, { topicTitle: 'Wells' }),
    ];
    await waiting(2);
    await pass();
    const letter = await mail.letterTo(addressOf(lars));
    expect(letter.subject).toBe('Amara Mwansa mentions you: Pump tests, and 1 more');
    for (const { id } of sent) expect(letter.text).toContain(`?m=${id}`);
    const [one, two] = await settled(2);
    expect(one?.letterId).toBe(two?.letterId);
    expect(mail.received).toHaveLength(1);
  });

  it('is not long, however much was written', async () => {
    for (const body of ['å'.repeat(9_000), 'Water '.repeat(1_500)]) await say(`<@${lars.personId}> ${body}`);
    await waiting(2);
    await pass();
    const letter = await mail.letterTo(addressOf(lars));
    expect(Buffer.byteLength(letter.html || '') + Buffer.byteLength(letter.text ?? '')).toBeLessThan(30_000);
    expect(letter.text).toContain('The rest is in the hub.');
  });

  it('says nothing of what is written in a sensitive channel', async () => {
    const closed = await channel(here.database, { networkId, members: [amara.personId, lars.personId] });
    await here.database.query('update channels set sensitive = true where id = $1', [closed]);
    await say(`<@${lars.personId}>, a name that must stay`, {}, closed);
    await waiting();
    await pass();
    const letter = await mail.letterTo(addressOf(lars));
    expect(`${letter.text}${String(letter.html)}`).not.toContain('must stay');
    expect(letter.text).toContain('does not leave the hub');
  });
});

describe('what is looked at again before it leaves', () => {
  const lost: [string, string, () => Promise<unknown>][] = [
    ['read', 'read', () => call(lars, '/notifications/read', {})],
    ['put away', 'done', () => here.database.query('update notifications set done_at = now()')],
    ['put off', 'later', () => here.database.query(`update notifications set later_until = now() + interval '1 day'`)],
    ['removed', 'removed', () => here.database.query('update messages set removed_at = now()')],
    [
      'of a person who left',
      'left',
      () =>
        here.database.query("update channel_members set left_at = now(), left_how = 'self' where person_id = $1", [
          lars.personId,
        ]),
    ],
    [
      'of a closed account',
      'closed',
      () => here.database.query('update people set disabled_at = now() where id = $1', [lars.personId]),
    ],
  ];
  it.each(lost)('%s: no letter', async (_, reason, happens) => {
    await say(`<@${lars.personId}>, do not mail this`);
    await waiting();
    await happens();
    await pass();
    expect(await settled()).toMatchObject([{ state: 'suppressed', reason, attempt: 0 }]);
    expect(mail.received).toEqual([]);
    await here.database.query('update people set disabled_at = null');
    await here.database.query('update channel_members set left_at = null, left_how = null');
  });
});

describe('a mail server', () => {
  it('that has no time is asked again, later and later', async () => {
    mail.mood = 'busy';
    await say(`<@${lars.personId}>, later`);
    await waiting();
    for (const attempt of [1, 2]) {
      await pass();
      await until(
        () => rows(),
        ([row]) => row?.attempt === attempt && row.state === 'pending' && row.letterId === null,
      );
    }
    expect(await rows()).toMatchObject([{ state: 'pending', reason: 'smtp_451', letterId: null }]);
    mail.mood = 'kind';
    await pass();
    await mail.letterTo(addressOf(lars));
    expect(await settled()).toMatchObject([{ state: 'delivered', reason: null, attempt: 3 }]);
    expect(mail.received).toHaveLength(1);
  });

  it('that will not have an address is not asked again', async () => {
    const gone = await member('Nomsa Dlamini');
    await here.database.query('update people set email = $2 where id = $1', [gone.personId, 'refused@example.org']);
    await here.database.query(`insert into channel_members (channel_id, person_id, origin) values ($1, $2, 'hand')`, [
      channelId,
      gone.personId,
    ]);
    await say(`<@${gone.personId}>, are you there?`);
    await waiting(1, gone.personId);
    await pass();
    expect(await settled(1, gone.personId)).toMatchObject([{ state: 'failed', reason: 'smtp_550', attempt: 1 }]);
  });

  it('that breaks off after the text may have it: it is counted, and not sent again', async () => {
    mail.mood = 'deaf';
    await say(`<@${lars.personId}>, once at most`);
    await waiting();
    await pass();
    expect(await settled()).toMatchObject([{ state: 'failed', reason: 'unknown', attempt: 1 }]);
    mail.mood = 'kind';
    await pass();
    await here.app.nest.get(PostmanJobs, { strict: false }).carry({
      letterIds: (await rows()).flatMap(({ letterId }) => letterId ?? []),
    });
    expect(mail.received).toHaveLength(1);
  });

  it('that is away is waited for', async () => {
    const port = Number(new URL(mail.url).port);
    await mail.close();
    await say(`<@${lars.personId}>, when you are back`);
    await waiting();
    await pass();
    await until(
      () => rows(),
      ([row]) => row?.reason === 'unreachable' && row.state === 'pending',
    );
    mail = await mailServer(port);
    await pass();
    await mail.letterTo(addressOf(lars));
    expect(await settled()).toMatchObject([{ state: 'delivered' }]);
  });
});

describe('a job of letters', () => {
  it('that runs six times, also at once, sends each once', async () => {
    mail.mood = 'slow';
    await say(`<@${lars.personId}>, one letter`);
    await waiting();
    await pass();
    const [row] = await until(
      () => rows(),
      ([one]) => one?.state === 'sending',
    );
    const jobs = here.app.nest.get(PostmanJobs, { strict: false });
    await Promise.all(Array.from({ length: 5 }, () => jobs.carry({ letterIds: [row?.letterId ?? ''] })));
    // Another run could not know better; the one that sent it does.
    await until(
      () => rows(),
      ([one]) => one?.state === 'delivered',
    );
    await jobs.carry({ letterIds: [row?.letterId ?? ''] });
    expect(await rows()).toMatchObject([{ state: 'delivered', attempt: 1 }]);
    expect(mail.received).toHaveLength(1);
  });
});
