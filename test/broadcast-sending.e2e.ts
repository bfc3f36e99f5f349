/** Broadcasts that are scheduled, tried out, corrected and talked about. */
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
import { RoundsService } from '../src/modules/broadcasts/rounds.service.js';
import { TellingJobs } from '../src/modules/broadcasts/telling.jobs.js';
import { all, correction, day, drafted, draftOf, field, refusal, sent, toldOf, type Field } from './broadcast-field.js';

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

const look = (node = here) => node.app.nest.get(RoundsService).look();
const tomorrow = { day: day(1), time: '09:00', timeZone: 'Africa/Lusaka' };
/** Its time comes. */
const comes = (broadcastId: string) =>
  here.database.query(`update broadcasts set scheduled_for = now() - interval '1 second' where id = $1`, [broadcastId]);
const statusOf = async (broadcastId: string) =>
  (await climate.coordinator.call('broadcast.read', { broadcastId })).status;

describe('a schedule', () => {
  it('is a moment in a zone, and taken back before it comes', async () => {
    const { coordinator, networkId, expert } = climate;
    const broadcastId = await drafted(coordinator, networkId);
    const { scheduledFor } = await coordinator.call('broadcast.send', { broadcastId, at: tomorrow });
    expect(scheduledFor).toBe(`${day(1)}T07:00:00.000Z`);
    const page = await coordinator.call('broadcast.read', { broadcastId });
    expect(page).toMatchObject({ status: 'scheduled', scheduledFor, scheduledZone: 'Africa/Lusaka', sentAt: null });
    expect(await refusal(expert.call('broadcast.read', { broadcastId }))).toBe('NOT_FOUND');
    await look();
    expect(await statusOf(broadcastId)).toBe('scheduled');
    await coordinator.call('broadcast.unschedule', { broadcastId });
    await comes(broadcastId);
    await look();
    expect(await statusOf(broadcastId)).toBe('draft');
  });

  it('is refused for what is over, or too far ahead, or after the day to answer by', async () => {
    const { coordinator, networkId } = climate;
    const broadcastId = await drafted(coordinator, networkId, { acknowledgeBy: day(3) });
    const at = (days: number) =>
      coordinator.call('broadcast.send', { broadcastId, at: { ...tomorrow, day: day(days) } });
    expect(await refusal(at(-1))).toBe('INVALID: at too_early');
    expect(await refusal(at(800))).toBe('INVALID: at too_late');
    expect(await refusal(at(5))).toBe('INVALID: acknowledgeBy too_early');
  });

  it('is kept once, by two workers that look again and again', async () => {
    const { coordinator, networkId, expert } = climate;
    const other = await here.another();
    const ids = await Promise.all([1, 2, 3].map(() => drafted(coordinator, networkId)));
    for (const broadcastId of ids) {
      await coordinator.call('broadcast.send', { broadcastId, at: tomorrow });
      await comes(broadcastId);
    }
    await Promise.all([look(), look(other), look(), look(other)]);
    for (const broadcastId of ids) {
      await until(
        () => toldOf(here, broadcastId),
        (seen) => seen.length === 7,
      );
      expect(await statusOf(broadcastId)).toBe('sent');
      expect((await expert.call('broadcast.read', { broadcastId })).mine).toBe(true);
    }
    const trail = await here.database.query<{ subject: string }>(
      `select subject_id as subject from audit_entries where action = 'broadcast.send' and subject_id = any($1)`,
      [ids],
    );
    expect(trail.map(({ subject }) => subject).sort()).toEqual([...ids].sort());
  });

  it('is a draft again where it cannot be kept: its author is told, and the trail says why', async () => {
    const { coordinator, networkId } = climate;
    const nobody = all(networkId, { roles: ['senior_official'] });
    const broadcastId = await drafted(coordinator, networkId, { audience: nobody });
    await coordinator.call('broadcast.send', { broadcastId, at: tomorrow });
    await comes(broadcastId);
    await look();
    const page = await coordinator.call('broadcast.read', { broadcastId });
    expect(page).toMatchObject({ status: 'draft', scheduledFor: null, notSent: { reason: 'audience' } });
    const letterOf = (subject: string) =>
      until(
        () => mail.received.find((one) => one.subject === subject),
        (found) => found !== undefined,
      );
    const letter = await letterOf('Not sent: Two open hours this week');
    expect(letter?.recipient).toBe(`${coordinator.personId}@example.org`);
    expect(letter?.text).toContain(`/b/${broadcastId}`);
    const trail = await here.database.query(
      `select actor_id as "actorId", after from audit_entries where action = 'broadcast.unschedule' and subject_id = $1`,
      [broadcastId],
    );
    expect(trail).toEqual([{ actorId: null, after: { refused: 'INVALID: audience too_few' } }]);
    // Whoever attends to it has heard it.
    await coordinator.call('broadcast.change', { broadcastId, ...draftOf(networkId) });
    expect((await coordinator.call('broadcast.read', { broadcastId })).notSent).toBeNull();
  });

  it('that could not be kept is told its author when they are awake', async () => {
    const { coordinator, networkId } = climate;
    const rests = (days: number[]) =>
      here.database.query('update preferences set quiet_days = $2 where person_id = $1', [coordinator.personId, days]);
    const waiting = () =>
      here.database.query<{ id: number }>(
        `select id from outbox where topic = 'broadcast.not_sent' and due_at > now() + interval '1 day' and queued_at is null`,
      );
    const inThreeDays = ((new Date().getUTCDay() + 2) % 7) + 1;
    await rests([1, 2, 3, 4, 5, 6, 7].filter((one) => one !== inThreeDays));
    const audience = all(networkId, { roles: ['senior_official'] });
    const texts = [{ language: 'en', title: 'Asleep', body: 'Nobody gets this.' }];
    const broadcastId = await drafted(coordinator, networkId, { audience, texts });
    await coordinator.call('broadcast.send', { broadcastId, at: tomorrow });
    await comes(broadcastId);
    await look();
    const [job] = await until(waiting, (seen) => seen.length === 1);
    expect(mail.received.some(({ subject }) => subject === 'Not sent: Asleep')).toBe(false);
    await rests([]);
    await here.database.query('update outbox set due_at = now() where id = $1', [job?.id]);
    await until(
      () => mail.received,
      (seen) => seen.some(({ subject }) => subject === 'Not sent: Asleep'),
    );
    await coordinator.call('broadcast.discard', { broadcastId });
  });

  it('says which of its promises is over', async () => {
    const { coordinator, networkId, expert } = climate;
    const broadcastId = await drafted(coordinator, networkId, { acknowledgeBy: day(3) });
    await coordinator.call('broadcast.send', { broadcastId, at: tomorrow });
    await here.database.query('update broadcasts set acknowledge_by = current_date - 2 where id = $1', [broadcastId]);
    await comes(broadcastId);
    await look();
    const { notSent } = await coordinator.call('broadcast.read', { broadcastId });
    expect(notSent?.reason).toBe('acknowledge_by');
    expect(await toldOf(here, broadcastId)).toEqual([]);
    expect(await refusal(expert.call('broadcast.read', { broadcastId }))).toBe('NOT_FOUND');
  });

  it('goes by the day of its own clock, though that day is over elsewhere', async () => {
    const { coordinator, networkId } = climate;
    // There it is yesterday, or the day before it is over in UTC.
    const timeZone = 'Etc/GMT+12';
    const there = new Date(Date.now() - 12 * 3_600_000).toISOString().slice(0, 10);
    const broadcastId = await drafted(coordinator, networkId, { acknowledgeBy: day(3) });
    await coordinator.call('broadcast.send', { broadcastId, at: { ...tomorrow, timeZone } });
    await here.database.query('update broadcasts set acknowledge_by = $2 where id = $1', [broadcastId, there]);
    await comes(broadcastId);
    await look();
    expect(await statusOf(broadcastId)).toBe('sent');
  });

  it('is kept though another that is due fails', async () => {
    const { coordinator, networkId } = climate;
    const [bad, good] = [await drafted(coordinator, networkId), await drafted(coordinator, networkId)];
    for (const broadcastId of [bad, good]) {
      await coordinator.call('broadcast.send', { broadcastId, at: tomorrow });
      await comes(broadcastId);
    }
    await here.database.query(
      `update broadcasts set audience = '{}', scheduled_for = scheduled_for - interval '1 hour' where id = $1`,
      [bad],
    );
    await look();
    expect(await statusOf(good)).toBe('sent');
    await here.database.query('delete from broadcasts where id = $1', [bad]);
  });
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
    expect(await statusOf(broadcastId)).toBe('draft');
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
    await look();
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
