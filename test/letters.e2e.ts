/** Letters about what is told: one for a person and moment, checked again before it leaves, and never sent twice. */
import { caller } from '@hub/client';
import type { Role } from '@hub/contracts';
import { channel, hub, mailServer, membership, network, nobodySleeps, person, until } from '@hub/testing';
import type { MailServer, SignedIn, TestHub } from '@hub/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { UnsubscribingService } from '../src/modules/mail/unsubscribing.service.js';
import { isFailing } from '../src/modules/mail/failing.fragments.js';
import { NotificationsService } from '../src/modules/notifications/notifications.service.js';
import { PostmanJobs } from '../src/modules/notifications/postman.jobs.js';
import { begin, release } from '../src/modules/notifications/postman.queries.js';
import type { Told } from '../src/modules/notifications/telling.js';
import { sent, type Someone } from './broadcast-field.js';

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
  [amara, lars] = (await Promise.all(['Amara Mwansa', 'Lars Ek'].map(member))) as [Someone, Someone];
  await nobodySleeps(here.database);
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

const member = (name: string) => someone(name, 'expert', { networkId });

async function someone(name: string, role: Role, place: object = {}): Promise<Someone> {
  const personId = await person(here.database, name);
  await membership(here.database, personId, role, place);
  const { headers: own } = await here.signIn(personId);
  const headers = { ...own, origin: 'http://localhost:3000' };
  return { personId, headers, call: caller({ origin: here.origin, headers }) };
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
/** Lars is not to be written to today, nor tomorrow. */
const keepQuiet = (quiet: boolean) =>
  here.database.query(
    `update preferences set quiet_days = case when $2 then (
      select array_agg(extract(isodow from now() at time zone 'Africa/Lusaka' + n * interval '1 day')::int)
      from generate_series(0, 1) n) else '{}' end where person_id = $1`,
    [lars.personId, quiet],
  );
const tell = ({ personId }: SignedIn, told: Omit<Told, 'personIds'>) =>
  here.app.nest.get(NotificationsService).tellAll({ ...told, personIds: [personId] });
const coordinate = ({ personId }: SignedIn) =>
  membership(here.database, personId, 'project_coordinator', { networkId });
/** What has come to somebody; what others are still sent of the test before does not count. */
const letters = ({ personId }: SignedIn) => mail.received.filter(({ recipient }) => recipient.startsWith(personId));
const addressOf = ({ personId }: SignedIn) => `${personId}@example.org`;

describe('a letter', () => {
  it('has the whole text, its thread and a way to stop it, and leaves five minutes later', async () => {
    const first = await say(`<@${lars.personId}>, does **it** run?\n\n- yes\n- <b>no</b>`);
    await waiting();
    expect(letters(lars)).toEqual([]);
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
    expect(letters(lars)).toHaveLength(1);
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

  it('does not even say what a topic of a sensitive channel is called', async () => {
    const closed = await channel(here.database, { networkId, members: [amara.personId, lars.personId] });
    await here.database.query('update channels set sensitive = true where id = $1', [closed]);
    const { id: messageId } = await say('About it.', { topicTitle: 'Dismissal of a director' }, closed);
    await here.database.query(`update preferences set mail = '{"reply": "now"}' where person_id = $1`, [lars.personId]);
    for (const kind of ['mention', 'direct', 'reply', 'report'] as const) {
      await here.database.query(
        `insert into reports (id, message_id, reporter_id, reason) select gen_random_uuid(), $1, $2, 'Names' where $3 = 'report'`,
        [messageId, amara.personId, kind],
      );
      await tell(lars, { kind, about: { messageId }, key: messageId, networkId, channelId: closed });
    }
    await waiting(4);
    await coordinate(lars);
    await pass();
    const letter = await mail.letterTo(addressOf(lars));
    expect((await settled(4)).map(({ state }) => state)).toEqual(['delivered', 'delivered', 'delivered', 'delivered']);
    const said = [letter.subject, letter.text, letter.html, ...letter.headerLines.map(({ line }) => line)].join('\n');
    expect(said).not.toMatch(/dismissal|director/i);
    expect(letter.subject).toContain('Amara Mwansa mentions you in water-');
    await here.database.query(`delete from memberships where person_id = $1 and role = 'project_coordinator'`, [
      lars.personId,
    ]);
  });

  it('of several kinds names each that can be stopped, and promises no single click for them', async () => {
    const { id: messageId } = await say('Of two kinds.');
    for (const kind of ['mention', 'direct'] as const)
      await tell(lars, { kind, about: { messageId }, key: messageId, networkId, channelId });
    await waiting(2);
    await pass();
    const letter = await mail.letterTo(addressOf(lars));
    expect(letter.text).toContain('No more letters of this kind (mentions)');
    expect(letter.text).toContain('No more letters of this kind (direct messages)');
    expect(letter.headers.get('list')).toBeUndefined();
  });

  it('of an update is one of its own, whole, whatever else is due', async () => {
    const coordinator = await someone('Sigrid Holm', 'project_coordinator', { networkId });
    const body = 'Water '.repeat(1_500);
    await sent(coordinator, networkId, { texts: [{ language: 'en', title: 'Open hours', body }] });
    await settled(1);
    for (let number = 0; number < 13; number++) await say(`<@${lars.personId}>, ${number}`);
    await waiting(14);
    mail.received.length = 0;
    // Both wait, as after a night.
    await here.database.query(
      `update deliveries set state = 'pending', letter_id = null, settled_at = null, due_at = now()
      where person_id = $1 and medium = 'email'`,
      [lars.personId],
    );
    const all = await settled(14);
    expect(new Set(all.map(({ letterId }) => letterId)).size).toBe(2);
    const update = mail.received.find(
      ({ subject, recipient }) => subject === 'Open hours' && recipient === addressOf(lars),
    );
    expect(update?.text?.match(/Water/g)).toHaveLength(1_500);
    // It always comes, so that nothing offers to stop it.
    expect(update?.headers.get('list')).toBeUndefined();
    expect(update?.text).not.toContain('No more letters');
  });
});

describe('a letter that cannot be written', () => {
  it('is settled alone, and the others of its round leave', async () => {
    const broken = await member('Kofi Badu');
    await here.database.query(`insert into channel_members (channel_id, person_id, origin) values ($1, $2, 'hand')`, [
      channelId,
      broken.personId,
    ]);
    await say(`<@${broken.personId}>, <@${lars.personId}>, one of you`);
    await waiting();
    await waiting(1, broken.personId);
    await here.database.query(`update people set time_zone = 'Nowhere/Land' where id = $1`, [broken.personId]);
    await pass();
    expect(await settled(1, broken.personId)).toMatchObject([{ state: 'failed', reason: 'unwritable', attempt: 0 }]);
    expect(await settled()).toMatchObject([{ state: 'delivered' }]);
    await here.database.query(`update people set time_zone = 'Africa/Lusaka' where id = $1`, [broken.personId]);
    expect(letters(broken)).toEqual([]);
    expect(letters(lars)).toHaveLength(1);
  });
});

describe('what is folded in while a letter is under way', () => {
  const fold = (messageId: string, topicId: string) =>
    tell(lars, {
      kind: 'direct',
      about: { messageId },
      key: messageId,
      foldKey: `direct/${topicId}`,
      networkId,
      channelId,
    });
  const idOf = async () =>
    (
      await here.database.query<{ id: string }>(`select id from deliveries where person_id = $1 and medium = 'email'`, [
        lars.personId,
      ])
    )[0]?.id;

  it('before it begins: it is written anew, with both', async () => {
    const first = await say('First.');
    await fold(first.id, first.topicId);
    await waiting();
    const letterId = uuidv7();
    await here.database.query('update deliveries set letter_id = $1 where id = $2', [letterId, await idOf()]);
    const second = await say('Second.');
    await fold(second.id, second.topicId);
    // As it was read before; and as somebody whose lease ran out meanwhile would.
    expect(await here.database.query(begin, [[await idOf()], [letterId], [1]])).toEqual([]);
    expect(await here.database.query(begin, [[await idOf()], [uuidv7()], [2]])).toEqual([]);
    await here.database.query(release, [[letterId]]);
    const letter = await mail.letterTo(addressOf(lars));
    expect(letter.text).toContain('First.');
    expect(letter.text).toContain('Second.');
    expect(await settled()).toMatchObject([{ state: 'delivered', attempt: 1 }]);
  });

  it('while it is sent and the server wants it later: one letter in the end', async () => {
    mail.mood = 'holding';
    const first = await say('First.');
    await fold(first.id, first.topicId);
    await waiting();
    await pass();
    await until(
      () => letters(lars),
      (received) => received.length === 1,
    );
    const second = await say('Second.');
    await fold(second.id, second.topicId);
    await waiting(2);
    mail.mood = 'busy';
    await until(
      () => rows(),
      (found) => found[0]?.reason === 'smtp_451' && found[0].state === 'pending',
    );
    mail.mood = 'kind';
    mail.received.length = 0;
    // The second rests for an hour after the first.
    await here.database.query(
      `update deliveries set due_at = now() where person_id = $1 and state = 'pending' and due_at < now() + interval '30 minutes'`,
      [lars.personId],
    );
    expect(await settled(2)).toMatchObject([
      { state: 'delivered' },
      { state: 'suppressed', reason: 'folded', attempt: 0 },
    ]);
    expect(letters(lars)).toHaveLength(1);
    expect(letters(lars)[0]?.text).toContain('Second.');
  });
});

describe('what is looked at again before it leaves', () => {
  const lost: [string, string, (said: { topicId: string; seq: number }) => Promise<unknown>][] = [
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
      'read where it was written',
      'read',
      ({ topicId, seq }) => call(lars, `/topics/${topicId}/reading`, { epoch: 0, seq }),
    ],
    [
      'of a closed account',
      'closed',
      () => here.database.query('update people set disabled_at = now() where id = $1', [lars.personId]),
    ],
  ];
  it.each(lost)('%s: no letter', async (_, reason, happens) => {
    const said = await say(`<@${lars.personId}>, do not mail this`);
    await waiting();
    await happens(said);
    await pass();
    expect(await settled()).toMatchObject([{ state: 'suppressed', reason, attempt: 0 }]);
    expect(letters(lars)).toEqual([]);
    await here.database.query('update people set disabled_at = null');
    await here.database.query('update channel_members set left_at = null, left_how = null');
  });

  it('of a channel that was muted meanwhile: no letter', async () => {
    const { id: messageId } = await say('To nobody by name.');
    await tell(lars, { kind: 'direct', about: { messageId }, key: messageId, networkId, channelId });
    await waiting();
    await call(lars, `/channels/${channelId}/mute`, { muted: true });
    await pass();
    expect(await settled()).toMatchObject([{ state: 'suppressed', reason: 'muted' }]);
    await call(lars, `/channels/${channelId}/mute`, { muted: false });
  });

  it('in quiet hours that began meanwhile: it waits on', async () => {
    await say(`<@${lars.personId}>, tomorrow`);
    await waiting();
    await keepQuiet(true);
    await pass();
    await until(
      () =>
        here.database.query(
          `select from deliveries where person_id = $1 and state = 'pending' and due_at > now() + interval '1 second' and letter_id is null`,
          [lars.personId],
        ),
      (found) => found.length === 1,
    );
    expect(letters(lars)).toEqual([]);
    await keepQuiet(false);
    await pass();
    await mail.letterTo(addressOf(lars));
  });

  it('of a person who was erased: no letter, and nothing of it is left', async () => {
    const admin = await someone('Maja Lind', 'administrator');
    const leaver = await someone('Nils Alm', 'expert', { networkId });
    await here.database.query(`insert into channel_members (channel_id, person_id, origin) values ($1, $2, 'hand')`, [
      channelId,
      leaver.personId,
    ]);
    await say(`<@${leaver.personId}>, one last thing`);
    await waiting(1, leaver.personId);
    await leaver.call('erasure.request', {});
    const [request] = await admin.call('erasure.list', {});
    await admin.call('erasure.carryOut', { erasureId: request?.id ?? '' });
    await pass();
    expect(await rows(leaver.personId)).toEqual([]);
    expect(letters(leaver)).toEqual([]);
  });

  it('of an update that was acknowledged: no letter, until it is corrected', async () => {
    const coordinator = await someone('Siv Holm', 'project_coordinator', { networkId });
    await keepQuiet(true);
    const broadcastId = await sent(coordinator, networkId, { acknowledge: true });
    await waiting();
    await here.database.query(
      `update broadcast_recipients set acknowledged_at = now(), acknowledged_version = 1, acknowledged_by = 'hub'
      where broadcast_id = $1 and person_id = $2`,
      [broadcastId, lars.personId],
    );
    await keepQuiet(false);
    await pass();
    expect(await settled()).toMatchObject([{ state: 'suppressed', reason: 'acknowledged' }]);
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
    expect(letters(lars)).toHaveLength(1);
  });

  it('that will not have an address is not asked again', async () => {
    const gone = await member('Nomsa Dlamini');
    await here.database.query('update people set email = $2 where id = $1', [gone.personId, 'refused@example.org']);
    await here.database.query(`insert into channel_members (channel_id, person_id, origin) values ($1, $2, 'hand')`, [
      channelId,
      gone.personId,
    ]);
    await nobodySleeps(here.database);
    await say(`<@${gone.personId}>, are you there?`);
    await waiting(1, gone.personId);
    await pass();
    expect(await settled(1, gone.personId)).toMatchObject([{ state: 'failed', reason: 'smtp_550', attempt: 1 }]);
    const failing = async () =>
      (
        await here.database.query<{ failing: boolean }>(
          `select ${isFailing('p')} as failing from people p where p.id = $1`,
          [gone.personId],
        )
      )[0]?.failing;
    expect(await failing()).toBe(true);
    // A server that may not be written to says nothing of the address; that a letter came through does.
    await here.database.query('update people set email = $2 where id = $1', [gone.personId, 'unwanted@example.org']);
    await here.database.query(`update deliveries set settled_at = now() - interval '1 day'`);
    await say(`<@${gone.personId}>, and now?`);
    await waiting(2, gone.personId);
    await pass();
    expect((await settled(2, gone.personId))[1]).toMatchObject({ state: 'failed', reason: 'refused_550' });
    expect(await failing()).toBe(true);
    await here.database.query(`delete from deliveries where person_id = $1 and reason = 'smtp_550'`, [gone.personId]);
    expect(await failing()).toBe(false);
  });

  it('that has no time for days is given up three days after the first try, however long it had waited before', async () => {
    mail.mood = 'busy';
    await say(`<@${lars.personId}>, after a long night`);
    await waiting();
    await here.database.query(`update deliveries set created_at = now() - interval '9 days'`);
    await pass();
    await until(
      () => rows(),
      ([row]) => row?.attempt === 1 && row.state === 'pending' && row.letterId === null,
    );
    await here.database.query(`update deliveries set tried_at = now() - interval '3 days' where state = 'pending'`);
    await pass();
    expect(await settled()).toMatchObject([{ state: 'failed', reason: 'smtp_451', attempt: 2 }]);
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
    expect(letters(lars)).toHaveLength(1);
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
    expect(letters(lars)).toHaveLength(1);
  });
});
