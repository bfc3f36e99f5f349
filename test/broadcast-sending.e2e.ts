/** Broadcasts that are scheduled, tried out, corrected and talked about. */
import { caller } from '@hub/client';
import { channel, hub, mailServer, until, type MailServer, type SignedIn, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { RoundsService } from '../src/modules/broadcasts/rounds.service.js';
import { all, correction, day, drafted, draftOf, field, refusal, sent, toldOf, type Field } from './broadcast-field.js';

let here: TestHub;
let mail: MailServer;
let climate: Field;

beforeAll(async () => {
  mail = await mailServer();
  here = await hub({ SMTP_URL: mail.url });
  climate = await field(here);
  // Nobody sleeps while this runs.
  await here.database.query(
    `insert into preferences (person_id, quiet_from, quiet_until, quiet_days, quiet_holidays)
    select id, '00:00', '00:00', '{}', false from people`,
  );
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

  it('is a draft again where it cannot be kept, and the trail says why', async () => {
    const { coordinator, networkId } = climate;
    const nobody = all(networkId, { roles: ['senior_official'] });
    const broadcastId = await drafted(coordinator, networkId, { audience: nobody });
    await coordinator.call('broadcast.send', { broadcastId, at: tomorrow });
    await comes(broadcastId);
    await look();
    expect(await statusOf(broadcastId)).toBe('draft');
    const trail = await here.database.query(
      `select actor_id as "actorId", after from audit_entries where action = 'broadcast.unschedule' and subject_id = $1`,
      [broadcastId],
    );
    expect(trail).toEqual([{ actorId: null, after: { refused: 'INVALID: audience too_few' } }]);
  });
});

describe('a test', () => {
  it('is mailed to whoever asks alone, in full', async () => {
    const { coordinator, networkId, expert } = climate;
    const broadcastId = await drafted(coordinator, networkId);
    expect(await refusal(expert.call('broadcast.test', { broadcastId }))).toBe('NOT_FOUND');
    await coordinator.call('broadcast.test', { broadcastId });
    const letter = await mail.letterTo(`${coordinator.personId}@example.org`);
    expect(letter.subject).toBe('Test: Two open hours this week');
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
    await open('acknowledgement.give', { token });
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
