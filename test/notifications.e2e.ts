/** What is told to people: once each, folded where it is unread, and waiting for the postman where it is to be mailed. */
import {
  channel,
  hub,
  leastOf,
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
import { JournalService } from '../src/modules/journal/journal.service.js';
import { behind } from '../src/modules/notifications/conversations.queries.js';
import { ConversationsService } from '../src/modules/notifications/conversations.service.js';
import { MattersService, type Due } from '../src/modules/notifications/matters.service.js';
import { NotificationsService } from '../src/modules/notifications/notifications.service.js';
import { TimelineTellingService } from '../src/modules/notifications/timeline-telling.service.js';
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

async function colleague(name: string): Promise<SignedIn> {
  const one = await member(name);
  await here.database.query(`insert into channel_members (channel_id, person_id, origin) values ($1, $2, 'hand')`, [
    channelId,
    one.personId,
  ]);
  return one;
}

const say = async (body: string) =>
  (await here.client(amara).call('message.send', { channelId, clientId: uuidv7(), topicTitle: 'Pumps', body })).id;
const list = (who: SignedIn) => here.client(who).call('notification.list', {});
const tell = (told: Told) => here.app.nest.get(NotificationsService).tellAll(told);
const mails = (personId: string) =>
  here.database.query<{ kind: string; state: string; held: boolean }>(
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
    // Whoever comes back to both hears of the one that it is by now.
    const { userEvents } = await here.client(lars).call('sync.resume', { userSeq: 0, channels: [] });
    expect(userEvents).toMatchObject([{ kind: 'notification.created', notification: { count: 2, messageId: second } }]);
    // So does everybody who asks at the same moment, each of what is theirs, from wherever they were.
    const journal = here.app.nest.get(JournalService);
    const asked = [lars.personId, amara.personId].flatMap((personId) => [0, 1].map((after) => ({ personId, after })));
    const together = await Promise.all(asked.map(({ personId, after }) => journal.userEventsAfter(personId, after)));
    expect(together.map((events) => events.length)).toEqual([1, 1, 0, 0]);
    expect(together[0]).toEqual(userEvents);
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

  it('of a report happens for each, and counts up what is unread', async () => {
    const coordinator = await person(here.database, 'Sigrid Holm');
    await membership(here.database, coordinator, 'project_coordinator', { networkId });
    const sigrid = await here.signIn(coordinator);
    const messageId = await say('Not so nice.');
    const report = async (who: SignedIn) => {
      await here.client(who).call('message.report', { messageId, reason: 'Names' });
    };
    const told = async (counts: number[]) =>
      until(
        async () =>
          (await list(sigrid)).notifications.filter(({ kind }) => kind === 'report').map(({ count }) => count),
        (found) => JSON.stringify(found) === JSON.stringify(counts),
      );
    await report(lars);
    await told([1]);
    await report(await colleague('Nomsa Dlamini'));
    await told([2]);
    await here.client(sigrid).call('notification.read', {});
    await report(await colleague('Kofi Badu'));
    await told([1, 2]);
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

describe('what is written', () => {
  const settle = () => here.database.query(`update messages set sent_at = sent_at - interval '5 seconds'`);
  const look = async () => {
    await settle();
    await here.app.nest.get(ConversationsService, { strict: false }).look();
  };

  it('is told to those who wrote in the topic, folded, and to nobody who is called or has read it', async () => {
    const [topic, others] = [`Wells ${uuidv7()}`, await Promise.all(['Nomsa', 'Kofi', 'Asha'].map(member))];
    const [nomsa, kofi, asha] = others as [SignedIn, SignedIn, SignedIn];
    const room = await channel(here.database, {
      networkId,
      members: [amara, nomsa, kofi, asha].map(({ personId }) => personId),
    });
    const write = async (who: SignedIn, body: string, topicId?: string) =>
      here.client(who).call('message.send', {
        channelId: room,
        clientId: uuidv7(),
        body,
        ...(topicId === undefined ? { topicTitle: topic } : { topicId }),
      });
    const { topicId } = await write(nomsa, 'How deep?');
    await write(kofi, 'Thirty metres.', topicId);
    await look();
    await here.client(kofi).call('read.move', { topicId, epoch: 0, seq: 2 });
    for (const body of ['Really?', 'Dry season too?', `<@${kofi.personId}>, say`]) await write(amara, body, topicId);
    await look();
    const [told] = (await list(nomsa)).notifications;
    expect(told).toMatchObject({ kind: 'reply', count: 4, topicId, excerpt: '@Kofi, say' });
    expect((await list(kofi)).notifications.map(({ kind, count }) => [kind, count])).toContainEqual(['reply', 2]);
    expect((await list(asha)).notifications).toEqual([]);
    // Amara wrote last, and nothing came after.
    expect((await list(amara)).notifications.filter(({ kind }) => kind === 'reply')).toEqual([]);
    for (let time = 0; time < 6; time++) await look();
    expect((await list(nomsa)).notifications).toHaveLength(1);
  });

  it('rests after many were told in a channel, and is told at once afterwards', async () => {
    const people = Array.from({ length: 200 }, () => uuidv7());
    await here.database.query(
      `insert into people (id, name, initials, email, time_zone) select p, 'Many', 'M', p || '@example.org', 'UTC' from unnest($1::uuid[]) p`,
      [people],
    );
    await here.database.query(
      `insert into memberships (id, person_id, role, network_id, from_on)
      select gen_random_uuid(), p, 'expert', $2, current_date - 1 from unnest($1::uuid[]) p`,
      [people, networkId],
    );
    const room = await channel(here.database, { networkId, members: [amara.personId, lars.personId, ...people] });
    const write = (who: SignedIn, body: string) =>
      here.client(who).call('message.send', { channelId: room, clientId: uuidv7(), topicTitle: 'Lively', body });
    const { topicId } = await write(lars, 'Who comes?');
    await here.database.query(
      `insert into messages (id, channel_id, topic_id, seq, changed_seq, author_id, client_id, content_hash, body)
      select gen_random_uuid(), $1, $2, 1 + n, 1 + n, p, gen_random_uuid(), '', 'I do' from unnest($3::uuid[]) with ordinality w(p, n)`,
      [room, topicId, people],
    );
    await here.database.query('update channels set last_seq = 201 where id = $1', [room]);
    await look();
    const count = async () =>
      (await list(lars)).notifications.find((one) => 'topicId' in one && one.topicId === topicId)?.count;
    expect(await count()).toBe(200);
    await write(amara, 'Me too.');
    await look();
    expect(await count()).toBe(200);
    await here.database.query(
      `update channel_tellings set rests_until = rests_until - interval '9 seconds' where channel_id = $1`,
      [room],
    );
    await look();
    expect(await count()).toBe(201);
  });

  it('in one channel that breaks keeps nobody of another from hearing', async () => {
    const rooms: string[] = [];
    for (const title of ['Bad', 'Good']) {
      const room = await channel(here.database, { networkId, members: [amara.personId, lars.personId] });
      rooms.push(room);
      for (const who of [lars, amara])
        await here
          .client(who)
          .call('message.send', { channelId: room, clientId: uuidv7(), topicTitle: title, body: title });
    }
    // Whichever comes first in a round.
    for (const bad of rooms) {
      await here.database.query(`create function break_telling() returns trigger language plpgsql as
        $$ begin if new.channel_id = '${bad}' then raise 'broken'; end if; return new; end $$`);
      await here.database.query(
        'create trigger breaks before insert or update on channel_tellings for each row execute function break_telling()',
      );
      await look();
      await here.database.query('drop trigger breaks on channel_tellings');
      await here.database.query('drop function break_telling');
      const told = (await list(lars)).notifications.flatMap((one) => (one.kind === 'reply' ? one.excerpt : []));
      expect(told).toContain(bad === rooms[0] ? 'Good' : 'Bad');
    }
  });

  it('costs a few milliseconds to look for in ten thousand channels', async () => {
    await here.database.query(
      `insert into channels (id, network_id, kind, slug, name, last_seq)
      select gen_random_uuid(), $1, 'thematic', 'many-' || n, 'Many', 1 from generate_series(1, 10000) n`,
      [networkId],
    );
    await here.database.query(`insert into channel_tellings select id, last_seq from channels on conflict do nothing`);
    await here.database.query('analyze channels, channel_tellings');
    const took = await leastOf(20, () => here.database.query(behind, [100]));
    console.log(`looking in 10,000 channels: ${took.toFixed(1)} ms`);
    expect(took).toBeLessThan(50);
  });
});

describe('the timeline', () => {
  it('asks those who keep it, once for a day, and anew where the day moves', async () => {
    const partnershipId = await partnership(here.database, networkId);
    const manager = await person(here.database, 'Ingrid Sund');
    await membership(here.database, manager, 'project_manager', { networkId, partnershipId, side: 'swedish' });
    const item = uuidv7();
    await here.database.query(
      `insert into plan_items (id, network_id, number, kind, scope, names, month, planned_on, owner_role)
      values ($1, $2, 1, 'report', 'partnership', '{"en": "Report"}', 1, current_date + 10, 'project_manager')`,
      [item, networkId],
    );
    const milestoneId = uuidv7();
    await here.database.query(
      `insert into milestones (id, item_id, network_id, partnership_id, planned_on) values ($1, $2, $3, $4, current_date + 10)`,
      [milestoneId, item, networkId, partnershipId],
    );
    const visitId = uuidv7();
    await here.database.query(
      `insert into visits (id, network_id, partnership_id, host_side, planned_on, starts_on, ends_on, purpose, checklist)
      values ($1, $2, $3, 'swedish', current_date - 5, current_date - 5, current_date - 2, 'Wells', '{}')`,
      [visitId, networkId, partnershipId],
    );
    const ingrid = await here.signIn(manager);
    const telling = here.app.nest.get(TimelineTellingService, { strict: false });
    const kinds = async () => (await list(ingrid)).notifications.map(({ kind, count }) => `${kind} ${count}`).sort();
    for (let time = 0; time < 6; time++) await telling.look();
    expect(await kinds()).toEqual(['lessons_wanted 1', 'milestone_due 1']);
    await here.database.query('update milestones set forecast_on = current_date + 2');
    await telling.look();
    expect(await kinds()).toEqual(['lessons_wanted 1', 'milestone_due 2']);
    await here.database.query('update milestones set forecast_on = current_date - 1');
    for (let time = 0; time < 2; time++) await telling.look();
    expect(await kinds()).toEqual(['lessons_wanted 1', 'milestone_due 2', 'milestone_late 1']);
    // A mail that waited says nothing of a day that is not near any more.
    const matters = here.app.nest.get(MattersService, { strict: false });
    const reasonOf = async () => {
      const [due] = await here.database.query<Due>(
        `select id as "notificationId", kind, person_id as "personId", count, 'en' as locale, 'UTC' as "timeZone"
        from notifications where person_id = $1 and kind = 'milestone_due'`,
        [manager],
      );
      const [matter] = due ? (await matters.of([due])).values() : [];
      return matter && 'reason' in matter ? matter.reason : matter?.subject;
    };
    expect(await reasonOf()).toBe('moved');
    await here.database.query('update milestones set forecast_on = current_date + 40');
    expect(await reasonOf()).toBe('moved');
    await here.database.query('update milestones set forecast_on = current_date + 1');
    expect(await reasonOf()).toContain('Report is due on');
    await here.database.query('update milestones set forecast_on = current_date - 1');
    // Due and the lessons are mailed; what is late waits for the digest.
    expect((await mails(manager)).map(({ kind }) => kind).sort()).toEqual(['lessons_wanted', 'milestone_due']);
  });
});
