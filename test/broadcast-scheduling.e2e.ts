/** Broadcasts that leave when their time comes: once, by their own clock; where they cannot, their author is told. */
import { hub, mailServer, nobodySleeps, until, type MailServer, type TestHub } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { all, day, drafted, draftOf, field, look, refusal, statusOf, toldOf, type Field } from './broadcast-field.js';

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

const tomorrow = { day: day(1), time: '09:00', timeZone: 'Africa/Lusaka' };
/** Its time comes. */
const comes = (broadcastId: string) =>
  here.database.query(`update broadcasts set scheduled_for = now() - interval '1 second' where id = $1`, [broadcastId]);

describe('a schedule', () => {
  it('is a moment in a zone, and taken back before it comes', async () => {
    const { coordinator, networkId, expert } = climate;
    const broadcastId = await drafted(coordinator, networkId);
    const { scheduledFor } = await coordinator.call('broadcast.send', { broadcastId, at: tomorrow });
    expect(scheduledFor).toBe(`${day(1)}T07:00:00.000Z`);
    const page = await coordinator.call('broadcast.read', { broadcastId });
    expect(page).toMatchObject({ status: 'scheduled', scheduledFor, scheduledZone: 'Africa/Lusaka', sentAt: null });
    expect(await refusal(expert.call('broadcast.read', { broadcastId }))).toBe('NOT_FOUND');
    await look(here);
    expect(await statusOf(climate, broadcastId)).toBe('scheduled');
    await coordinator.call('broadcast.unschedule', { broadcastId });
    await comes(broadcastId);
    await look(here);
    expect(await statusOf(climate, broadcastId)).toBe('draft');
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
    await Promise.all([look(here), look(other), look(here), look(other)]);
    for (const broadcastId of ids) {
      await until(
        () => toldOf(here, broadcastId),
        (seen) => seen.length === 7,
      );
      expect(await statusOf(climate, broadcastId)).toBe('sent');
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
    await look(here);
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
    await look(here);
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
    await look(here);
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
    await look(here);
    expect(await statusOf(climate, broadcastId)).toBe('sent');
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
    await look(here);
    expect(await statusOf(climate, good)).toBe('sent');
    await here.database.query('delete from broadcasts where id = $1', [bad]);
  });
});
