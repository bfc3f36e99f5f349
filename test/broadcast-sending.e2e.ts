/** Broadcasts that are tried out, mailed, corrected and talked about, and what was acknowledged of them. */
import { caller } from '@hub/client';
import {
  channel,
  hub,
  mailServer,
  nobodySleeps,
  until,
  type MailServer,
  type SignedIn,
  type TestHub,
} from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { TellingJobs } from '../src/modules/broadcasts/telling.jobs.js';
import {
  all,
  correction,
  day,
  drafted,
  draftOf,
  field,
  look,
  refusal,
  sent,
  statusOf,
  toldOf,
  type Field,
} from './broadcast-field.js';

let here: TestHub;
let mail: MailServer;
let climate: Field;

beforeAll(async () => {
  mail = await mailServer();
  here = await hub({ SMTP_URL: mail.url });
  climate = await field(here);
  await nobodySleeps(here.database);
});

afterAll(async () => {
  await here.close();
  await mail.close();
});

describe('a test', () => {
  it('is mailed to whoever asks alone, in full', async () => {
    const { coordinator, networkId, expert } = climate;
    const broadcastId = await drafted(coordinator, networkId);
    expect(await refusal(expert.call('broadcast.test', { broadcastId }))).toBe('NOT_FOUND');
    await coordinator.call('broadcast.test', { broadcastId });
    const letter = (await until(
      () => mail.received.find(({ subject }) => subject === 'Test: Two open hours this week'),
      (found) => found !== undefined,
    ))!;
    expect(letter.recipient).toBe(`${coordinator.personId}@example.org`);
    expect(letter.text).toContain('Come by with');
    expect(letter.text).toContain(`/b/${broadcastId}`);
    expect(letter.text).not.toContain('/acknowledge/');
    expect(await toldOf(here, broadcastId)).toEqual([]);
    expect(await statusOf(climate, broadcastId)).toBe('draft');
  });
});

describe('the letter', () => {
  it('holds the whole text and a link that acknowledges, after which nothing waits for its reader', async () => {
    const { coordinator, networkId, juma, joseph } = climate;
    // What the tests before this one sent would stand in the same letter.
    await here.database.query('delete from notifications');
    const audience = all(networkId, { sides: ['international'] });
    const broadcastId = await sent(coordinator, networkId, { audience, acknowledgeBy: day(4) });
    const letterOf = async ({ personId }: SignedIn) =>
      (await until(
        () =>
          mail.received.find(({ recipient, text }) => recipient.startsWith(personId) && text?.includes(broadcastId)),
        (found) => found !== undefined,
      ))!;
    const letter = await letterOf(juma);
    expect(letter.subject).toBe('Two open hours this week');
    expect(letter.text).toContain('Sigrid Holm');
    expect(letter.text).toContain('Come by with');
    const token = /\/acknowledge\/([\w-]+)/.exec(letter.text ?? '')?.[1] ?? '';
    const other = await letterOf(joseph);
    expect(other.text).not.toContain(token);
    const waiting = async () => (await juma.call('notification.list', {})).notifications.filter(isOfIt);
    const isOfIt = (one: object) => 'broadcastId' in one && one.broadcastId === broadcastId;
    expect(await waiting()).toMatchObject([{ kind: 'broadcast', needs: 'me' }]);
    const open = caller({ origin: here.origin, headers: { origin: here.origin } });
    expect(await open('acknowledgement.read', { token })).toMatchObject({ personName: 'Juma Ali' });
    expect(await waiting()).toHaveLength(1);
    await open('acknowledgement.give', { token, version: 1 });
    expect(await waiting()).toEqual([]);
    expect((await juma.call('broadcast.read', { broadcastId })).acknowledgedAt).not.toBeNull();
  });
});

describe('a correction', () => {
  it('is a version of its own, told to all recipients, and refused over one that is not seen', async () => {
    const { coordinator, networkId, asa, expert } = climate;
    const broadcastId = await sent(coordinator, networkId);
    await until(
      () => toldOf(here, broadcastId),
      (seen) => seen.length === 7,
    );
    await asa.call('broadcast.acknowledge', { broadcastId, version: 1 });
    const [reading] = await here.database.query<{ id: string }>(
      'update notifications set read_at = now() where broadcast_id = $1 and person_id = $2 returning id',
      [broadcastId, asa.personId],
    );
    expect(reading).toBeDefined();
    expect(await refusal(expert.call('broadcast.correct', correction(broadcastId, 1, true)))).toBe('FORBIDDEN');
    await coordinator.call('broadcast.correct', correction(broadcastId, 1, false));
    await coordinator.call('broadcast.correct', correction(broadcastId, 1, false));
    const other = { ...correction(broadcastId, 1, false), note: 'Another.' };
    expect(await refusal(coordinator.call('broadcast.correct', other))).toBe('CONFLICT');
    const page = await asa.call('broadcast.read', { broadcastId });
    expect(page).toMatchObject({ version: 2, title: 'Two open hours next week' });
    expect(page.acknowledgedAt).not.toBeNull();
    expect(page.versions.map(({ version, note }) => [version, note])).toEqual([
      [2, 'The week was wrong.'],
      [1, ''],
    ]);
    // Unread ones are counted up, the one that was read is told anew.
    const counts = () =>
      here.database.query<{ count: number; mine: boolean }>(
        'select count, person_id = $2 as mine from notifications where broadcast_id = $1 and read_at is null',
        [broadcastId, asa.personId],
      );
    const seen = await until(
      counts,
      (rows) => rows.length === 7 && rows.every(({ count, mine }) => mine || count === 2),
    );
    expect(seen.find(({ mine }) => mine)?.count).toBe(1);
  });

  it('is mailed at once, also right after what it corrects', async () => {
    const { coordinator, networkId, juma } = climate;
    const audience = all(networkId, { partnershipIds: [climate.pairs.granvika], sides: ['international'] });
    const broadcastId = await sent(coordinator, networkId, { audience });
    const letters = () =>
      mail.received.filter(({ recipient, text }) => recipient.startsWith(juma.personId) && text?.includes(broadcastId));
    await until(letters, (seen) => seen.length === 1);
    await coordinator.call('broadcast.correct', correction(broadcastId, 1, true));
    const [, corrected] = await until(letters, (seen) => seen.length === 2);
    expect(corrected?.text).toContain('The week was wrong.');
    const [row] = await here.database.query<{ late: boolean }>(
      `select bool_or(due_at > now() + interval '1 minute') as late from deliveries
      where subject_id = $1 and medium = 'email' and state = 'pending'`,
      [broadcastId],
    );
    expect(row?.late).not.toBe(true);
  });

  it('asks anew where it says so', async () => {
    const { coordinator, networkId, asa, joseph } = climate;
    const broadcastId = await sent(coordinator, networkId);
    await asa.call('broadcast.acknowledge', { broadcastId, version: 1 });
    await coordinator.call('broadcast.correct', correction(broadcastId, 1, true));
    expect((await asa.call('broadcast.read', { broadcastId })).acknowledgedAt).toBeNull();
    expect(await refusal(joseph.call('broadcast.acknowledge', { broadcastId, version: 1 }))).toBe('CONFLICT');
    await asa.call('broadcast.acknowledge', { broadcastId, version: 2 });
    const { counts } = await coordinator.call('broadcast.read', { broadcastId });
    expect(counts).toMatchObject({ recipients: 7, acknowledged: 1 });
  });
});

describe('what was acknowledged', () => {
  const pending = (broadcastId: string) =>
    here.database.query<{ kind: string; state: string; reason: string | null }>(
      `select kind, state, reason from deliveries where subject_id = $1 and medium = 'email' order by kind, dedupe_key`,
      [broadcastId],
    );
  const quiet = (at: string) =>
    here.database.query('update deliveries set due_at = $1 where state = $2', [at, 'pending']);

  it('is neither mailed nor in the inbox any more, nor is what was missing', async () => {
    const { coordinator, networkId, expert } = climate;
    const audience = all(networkId, { roles: ['expert'] });
    // Their letters wait for the one day on which they work, three days from now.
    await here.database.query(
      `update preferences set quiet_days = array(
        select d from generate_series(1, 7) d where d <> extract(isodow from now() + interval '3 days')) where person_id = $1`,
      [expert.personId],
    );
    const broadcastId = await sent(coordinator, networkId, { audience });
    await until(
      () => toldOf(here, broadcastId),
      (seen) => seen.length === 1,
    );
    await here.database.query(`update broadcast_versions set at = at - interval '2 days' where broadcast_id = $1`, [
      broadcastId,
    ]);
    await look(here);
    await until(
      () => toldOf(here, broadcastId, 'acknowledgement_missing'),
      (seen) => seen.length === 1,
    );
    const inbox = async () =>
      (await expert.call('notification.list', {})).notifications.filter(
        (one) => 'broadcastId' in one && one.broadcastId === broadcastId,
      );
    expect(await inbox()).toHaveLength(2);
    await expert.call('broadcast.acknowledge', { broadcastId, version: 1 });
    expect(await inbox()).toEqual([]);
    await here.database.query(`update preferences set quiet_days = '{}' where person_id = $1`, [expert.personId]);
    await quiet(new Date().toISOString());
    const letters = await until(
      () => pending(broadcastId),
      (rows) => rows.every(({ state }) => state !== 'pending'),
    );
    expect(letters.map(({ kind, state, reason }) => `${kind} ${state} ${reason}`)).toEqual([
      'acknowledgement_missing suppressed done',
      'broadcast suppressed done',
    ]);
  });

  it('is not told of afterwards', async () => {
    const { coordinator, networkId, expert } = climate;
    const other = await sent(coordinator, networkId, { audience: all(networkId, { roles: ['expert'] }) });
    await until(
      () => toldOf(here, other),
      (seen) => seen.length === 1,
    );
    await coordinator.call('broadcast.correct', correction(other, 1, true));
    await expert.call('broadcast.acknowledge', { broadcastId: other, version: 2 });
    // As if the job had come late.
    await here.database.query('delete from deliveries where subject_id = $1', [other]);
    const jobs = here.app.nest.get(TellingJobs);
    await jobs.sent({ broadcastId: other, version: 2 });
    const open = (await expert.call('notification.list', {})).notifications;
    expect(open.filter((one) => 'broadcastId' in one && one.broadcastId === other)).toEqual([]);
  });
});

describe('the talk about it', () => {
  it('is in a topic that all its recipients may read, the first for all', async () => {
    const { coordinator, networkId, pairs, asa, expert, guest } = climate;
    const [open, room] = [
      await channel(here.database, { networkId }),
      await channel(here.database, { networkId, kind: 'partnership', partnershipId: pairs.granvika }),
    ];
    const start = async (channelId: string, who = asa) =>
      (await until(
        () =>
          who
            .call('message.send', { channelId, clientId: uuidv7(), topicTitle: uuidv7(), body: 'Well?' })
            .catch(() => null),
        (answer) => answer !== null,
      ))!.topicId;
    const [here1, here2, there] = [await start(open), await start(open, expert), await start(room)];
    const broadcastId = await sent(coordinator, networkId);
    expect(await refusal(asa.call('broadcast.discuss', { broadcastId, topicId: there }))).toBe(
      'INVALID: topicId not_a_choice',
    );
    await asa.call('broadcast.discuss', { broadcastId, topicId: here1 });
    expect(await refusal(expert.call('broadcast.discuss', { broadcastId, topicId: here2 }))).toBe('FORBIDDEN');
    expect((await expert.call('broadcast.read', { broadcastId })).topicId).toBe(here1);
    await coordinator.call('broadcast.discuss', { broadcastId, topicId: here2 });
    expect((await asa.call('broadcast.read', { broadcastId })).topicId).toBe(here2);
    expect(await refusal(guest.call('broadcast.discuss', { broadcastId, topicId: here1 }))).toBe('NOT_FOUND');
    // What went to one partnership alone may be talked about in its room.
    const audience = all(networkId, { partnershipIds: [pairs.granvika] });
    const own = await sent(coordinator, networkId, { ...draftOf(networkId), audience });
    await asa.call('broadcast.discuss', { broadcastId: own, topicId: there });
  });
});
