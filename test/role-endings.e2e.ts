/** The end of a role is told before it comes, to its holder and to whoever gives it; moved, it is spoken of no more. */
import { nobodySleeps, until } from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EndingsService } from '../src/modules/identity/endings.service.js';
import { EndingsJobs } from '../src/modules/notifications/endings.jobs.js';
import { administrationField, termsOf, type AdministrationField, type Someone } from './administration-field.js';

let field: AdministrationField;

beforeAll(async () => {
  field = await administrationField();
});

afterAll(() => field.here.close());

describe('a role that ends', () => {
  const endings = async (who: Someone) =>
    (await who.call('notification.list', {})).notifications.flatMap((one) => (one.kind === 'role_ending' ? [one] : []));
  const letters = (personId: string) =>
    field.here.database.query<{ state: string }>(
      `select state from deliveries where person_id = $1 and medium = 'email' and kind = 'role_ending'`,
      [personId],
    );
  /** As if its first weeks were over. */
  const endsIn = (membershipId: string, days: number) =>
    field.here.database.query('update memberships set until_on = current_date + $2::int where id = $1', [
      membershipId,
      days,
    ]);
  const look = () => field.here.app.nest.get(EndingsService).look();

  it('is told four weeks before, once, to its holder and to whoever gives it', async () => {
    const { here, networkId, coordinator, swedish, somebody, day } = field;
    const mentor = await somebody('Rehema Kisanga', 'mentor', { networkId });
    await here.database.query(`update people set locale = 'sv' where id = $1`, [mentor.personId]);
    await nobodySleeps(here.database);
    // As a demonstration the hub keeps its letters.
    await here.database.query(`insert into settings (key, value) values ('demonstration', 'true')`);
    const [term] = await termsOf(coordinator, mentor.personId);
    const membershipId = term?.id ?? '';
    const client = here.client(mentor);
    const heard: string[] = [];
    client.onEvents((events) =>
      heard.push(...events.flatMap((one) => (one.kind === 'notification.created' ? [one.notification.kind] : []))),
    );
    await until(client.state, (state) => state === 'online');
    await endsIn(membershipId, 29);
    await look();
    await endsIn(membershipId, 28);
    // Two nodes look at the same moment, and later again.
    await Promise.all([look(), look()]);
    await look();
    await until(
      () => letters(mentor.personId),
      (seen) => seen.some(({ state }) => state === 'delivered'),
    );
    await here.database.query(`delete from settings where key = 'demonstration'`);
    const [letter] = await here.database.query<{ recipient: string; subject: string; plain: string }>(
      'select recipient, subject, plain from demonstration_mails where recipient like $1',
      ['Rehema%'],
    );
    const date = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day(27)));
    expect(letter).toMatchObject({
      recipient: `Rehema Kisanga <${mentor.personId}@example.org>`,
      subject: `Din roll slutar ${date}`,
    });
    expect(letter?.plain).toContain(`Din roll i Samverka, Mentor (climate), har sin sista dag ${date}.`);
    expect(letter?.plain).toContain('/settings');
    const [own] = await endings(mentor);
    expect(own).toMatchObject({ own: true, role: 'mentor', networkSlug: 'climate', lastOn: day(27), readAt: null });
    const ofMentor = (await endings(coordinator)).filter(({ from }) => from.id === mentor.personId);
    expect(ofMentor).toMatchObject([{ own: false, from: { name: 'Rehema Kisanga' } }]);
    expect(await endings(swedish)).toEqual([]);
    // Told a second time by a job that runs twice, nothing is added.
    await here.app.nest.get(EndingsJobs).tell({ membershipId, untilOn: day(28) });
    expect([(await endings(mentor)).length, (await letters(mentor.personId)).length]).toEqual([1, 1]);
    expect(heard).toEqual(['role_ending']);
    expect((await mentor.call('notification.read', {})).unread).toBe(0);
  });

  it('and was moved meanwhile is not told, nor spoken of any more', async () => {
    const { here, networkId, coordinator, somebody, day } = field;
    const expertOf = await somebody('Gerald Tumwesige', 'expert', { networkId });
    const [term] = await termsOf(coordinator, expertOf.personId);
    const membershipId = term?.id ?? '';
    await endsIn(membershipId, 200);
    await here.app.nest.get(EndingsJobs).tell({ membershipId, untilOn: day(10) });
    expect([await endings(expertOf), await letters(expertOf.personId)]).toEqual([[], []]);
    await endsIn(membershipId, 10);
    await look();
    await until(
      () => endings(expertOf),
      (seen) => seen.length === 1,
    );
    await coordinator.call('role.change', { membershipId, lastOn: day(300) });
    expect(await endings(expertOf)).toEqual([]);
    expect((await expertOf.call('notification.list', {})).unread).toBe(0);
  });
});
