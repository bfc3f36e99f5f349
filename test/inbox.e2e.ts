/** The inbox: what is open, put off or done, what needs the reader, and what goes out of sight with a right. */
import type { HubEvent } from '@hub/contracts';
import {
  channel,
  hub,
  membership,
  network,
  partnership,
  person,
  until,
  type SignedIn,
  type TestHub,
} from '@hub/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { ComingAgainService } from '../src/modules/notifications/coming-again.service.js';
import { NotificationsService } from '../src/modules/notifications/notifications.service.js';
import type { Told } from '../src/modules/notifications/telling.js';
import { field, sent } from './broadcast-field.js';

let here: TestHub;
let networkId: string;
let partnershipId: string;
let channelId: string;
let amara: SignedIn;

beforeAll(async () => {
  here = await hub();
  networkId = await network(here.database);
  partnershipId = await partnership(here.database, networkId);
  amara = await member('Amara Mwansa');
  channelId = await channel(here.database, { networkId, members: [amara.personId] });
});
afterAll(() => here.close());

async function member(name: string): Promise<SignedIn> {
  const personId = await person(here.database, name);
  await membership(here.database, personId, 'expert', { networkId });
  if (channelId)
    await here.database.query(`insert into channel_members (channel_id, person_id, origin) values ($1, $2, 'hand')`, [
      channelId,
      personId,
    ]);
  return here.signIn(personId);
}

const say = async (body: string) =>
  (await here.client(amara).call('message.send', { channelId, clientId: uuidv7(), topicTitle: 'Pumps', body })).id;
const tell = (told: Told) => here.app.nest.get(NotificationsService).tellAll(told);
const inbox = (who: SignedIn, box?: 'open' | 'later' | 'done') => here.client(who).call('notification.list', { box });
const mention = (who: SignedIn, messageId: string) =>
  tell({ kind: 'mention', personIds: [who.personId], about: { messageId }, key: messageId });

async function milestone(state = 'on_track', ofPartnership = true): Promise<string> {
  const id = uuidv7();
  await here.database.query(
    `insert into plan_items (id, network_id, number, kind, scope, names, month, planned_on, owner_role)
    values ($1, $2, (select count(*) + 1 from plan_items), 'report', 'partnership', '{"en": "Report"}', 12, '2027-03-01', 'project_manager')`,
    [id, networkId],
  );
  await here.database.query(
    `insert into milestones (id, item_id, network_id, partnership_id, planned_on, state) values ($1, $1, $2, $3, '2027-03-01', $4)`,
    [id, networkId, ofPartnership ? partnershipId : null, state],
  );
  return id;
}

async function visit(): Promise<string> {
  const id = uuidv7();
  await here.database.query(
    `insert into visits (id, network_id, partnership_id, host_side, planned_on, starts_on, ends_on, purpose, checklist)
    values ($1, $2, $3, 'swedish', '2026-10-05', '2026-10-05', '2026-10-09', 'To see.', '{}')`,
    [id, networkId, partnershipId],
  );
  return id;
}

describe('the boxes', () => {
  it('hold what is open, put off and done; every device is told', async () => {
    const lars = await member('Lars Ek');
    const told: HubEvent[] = [];
    here.client(lars).onEvents((events) => told.push(...events));
    const [one, two] = [await say('One.'), await say('Two.')];
    for (const messageId of [one, two]) await mention(lars, messageId);
    const open = await inbox(lars);
    expect(open).toMatchObject({ unread: 2, needsMe: 2, notifications: [{ messageId: two }, { messageId: one }] });
    const [second, first] = open.notifications.map(({ id }) => id) as [string, string];
    const { call } = here.client(lars);
    const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
    expect(await call('notification.later', { ids: [first], until: inAnHour })).toEqual({ unread: 1 });
    expect(await call('notification.done', { ids: [second], done: true })).toEqual({ unread: 0 });
    expect(await inbox(lars)).toEqual({ unread: 0, needsMe: 0, notifications: [] });
    expect(await inbox(lars, 'later')).toMatchObject({ notifications: [{ id: first, laterUntil: inAnHour }] });
    const done = await inbox(lars, 'done');
    expect(done.notifications).toMatchObject([{ id: second }]);
    expect(done.notifications[0]?.readAt).toEqual(done.notifications[0]?.doneAt);
    const changes = await until(
      () => told.filter(({ kind }) => kind === 'notifications.changed'),
      (events) => events.length === 2,
    );
    expect(changes).toMatchObject([
      { ids: [first], doneAt: null, laterUntil: inAnHour, unread: 1, needsMe: 1 },
      { ids: [second], laterUntil: null, unread: 0, needsMe: 0 },
    ]);
    expect(await call('notification.done', { ids: [second], done: false })).toEqual({ unread: 0 });
    expect(await call('notification.later', { ids: [first], until: null })).toEqual({ unread: 1 });
    expect(await inbox(lars)).toMatchObject({ unread: 1, needsMe: 2 });
  });

  it('give back what was put off, once, as unread', async () => {
    const lars = await member('Lars Ek');
    await mention(lars, await say('Later.'));
    const [mine] = (await inbox(lars)).notifications;
    const ids = [mine?.id ?? ''];
    const client = here.client(lars);
    await client.call('notification.read', { ids });
    await client.call('notification.later', { ids, until: new Date(Date.now() + 60_000).toISOString() });
    const told: HubEvent[] = [];
    client.onEvents((events) => told.push(...events));
    const look = () => here.app.nest.get(ComingAgainService).look();
    await look();
    expect(await inbox(lars)).toMatchObject({ notifications: [] });
    await here.database.query(`update notifications set later_until = now() where id = any($1)`, [ids]);
    await Promise.all([look(), look(), look()]);
    const again = await until(
      () => told.filter(({ kind }) => kind === 'notification.created'),
      (events) => events.length > 0,
    );
    expect(again).toMatchObject([{ notification: { id: ids[0], readAt: null, laterUntil: null } }]);
    expect(await inbox(lars)).toMatchObject({ unread: 1, needsMe: 1, notifications: [{ id: ids[0] }] });
  });

  it('count all, also what is not listed, and leave others as they are', async () => {
    const [lars, other] = [await member('Lars Ek'), await member('Ola Dal')];
    const messageId = await say('Many.');
    await mention(other, messageId);
    await here.database.query(
      `insert into notifications (id, person_id, kind, milestone_id)
      select gen_random_uuid(), $1, 'milestone_due', $2 from generate_series(1, 60)`,
      [lars.personId, await milestone()],
    );
    const { notifications, unread, needsMe } = await inbox(lars);
    expect([notifications.length, unread, needsMe]).toEqual([50, 60, 60]);
    const theirs = (await inbox(other)).notifications.map(({ id }) => id);
    await here.client(lars).call('notification.done', { ids: theirs, done: true });
    expect(await inbox(other)).toMatchObject({ unread: 1, needsMe: 1 });
  });
});

describe('what it is about', () => {
  it('is named, needs the reader as long as nothing is done, and goes out of sight with the right to it', async () => {
    const lars = await member('Lars Ek');
    const personIds = [lars.personId];
    const [due, done, visitId] = [await milestone(), await milestone('at_risk'), await visit()];
    for (const milestoneId of [due, done])
      await tell({ kind: 'milestone_due', personIds, about: { milestoneId }, key: milestoneId, networkId });
    for (const kind of ['visit_coming', 'lessons_wanted'] as const)
      await tell({ kind, personIds, about: { visitId }, key: visitId, networkId });
    await here.database.query(`update milestones set state = 'done', actual_on = '2027-02-01' where id = $1`, [done]);
    const place = { network: { slug: 'climate' }, partnership: { slug: 'granvika-mto-mpya' } };
    const { notifications, needsMe } = await inbox(lars);
    expect(notifications).toMatchObject([
      { kind: 'lessons_wanted', needs: 'me', visitId, startsOn: '2026-10-05', endsOn: '2026-10-09', ...place },
      { kind: 'visit_coming', needs: 'know' },
      { kind: 'milestone_due', needs: 'know', milestoneId: done, on: '2027-02-01', state: 'done' },
      { kind: 'milestone_due', needs: 'me', milestoneId: due, names: { en: 'Report' }, from: null, ...place },
    ]);
    expect(needsMe).toBe(2);
    await here.database.query(`update memberships set role = 'guest' where person_id = $1`, [lars.personId]);
    expect(await inbox(lars)).toEqual({ notifications: [], unread: 0, needsMe: 0 });
  });

  it('says which group a mention was for, where it was not for the reader by name', async () => {
    const lars = await member('Lars Ek');
    const coordinator = await person(here.database, 'Sigrid Holm');
    await membership(here.database, coordinator, 'project_coordinator', { networkId });
    await here.database.query(`insert into channel_members (channel_id, person_id, origin) values ($1, $2, 'hand')`, [
      channelId,
      coordinator,
    ]);
    const { call } = here.client(await here.signIn(coordinator));
    for (const body of ['<@channel>, read.', '<@role:expert>, look.', `<@role:expert> and <@${lars.personId}>.`])
      await call('message.send', { channelId, clientId: uuidv7(), topicTitle: 'Groups', body });
    const { notifications } = await until(
      () => inbox(lars),
      (list) => list.unread === 3,
    );
    const groups = notifications.map((one) => (one.kind === 'mention' ? [one.excerpt[1], one.group] : []));
    expect(new Set(groups.map(([, group]) => group))).toEqual(new Set(['channel', 'role:expert', null]));
  });

  it('needs the reader where a broadcast asks to be acknowledged, until it is, and again where a correction asks anew', async () => {
    const place = await field(here, 'forests');
    const broadcastId = await sent(place.coordinator, place.networkId);
    const list = () => place.juma.call('notification.list', {});
    const asked = await until(list, ({ unread }) => unread === 1);
    expect(asked).toMatchObject({
      needsMe: 1,
      notifications: [{ kind: 'broadcast', needs: 'me', broadcastId, networkName: 'forests', acknowledgedAt: null }],
    });
    await place.juma.call('broadcast.acknowledge', { broadcastId, version: 1 });
    expect(await list()).toEqual({ notifications: [], unread: 0, needsMe: 0 });
    const given = await place.juma.call('notification.list', { box: 'done' });
    expect(given).toMatchObject({ needsMe: 0, notifications: [{ needs: 'know', version: 1 }] });
    expect(given.notifications[0]).not.toHaveProperty('acknowledgedAt', null);
    // It is told anew.
    await here.database.query('update notifications set done_at = null where broadcast_id = $1', [broadcastId]);
    for (const sql of [
      `insert into broadcast_versions (broadcast_id, version, author_id, note, again)
      select id, 2, author_id, 'The week was wrong.', true from broadcasts where id = $1`,
      `insert into broadcast_texts (broadcast_id, version, language, title, body)
      select id, 2, 'en', 'Two open hours next week', 'Come by.' from broadcasts where id = $1`,
      'update broadcasts set version = 2 where id = $1',
    ])
      await here.database.query(sql, [broadcastId]);
    expect(await list()).toMatchObject({
      needsMe: 1,
      notifications: [{ needs: 'me', version: 2, title: 'Two open hours next week', acknowledgedAt: null }],
    });
    await here.database.query('update memberships set until_on = current_date where person_id = $1', [
      place.juma.personId,
    ]);
    expect(await list()).toEqual({ notifications: [], unread: 0, needsMe: 0 });
  });
});
