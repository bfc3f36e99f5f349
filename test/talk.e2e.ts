/** What can be done with messages and topics, and how far each has read. */
import { caller, type Call } from '@hub/client';
import type { HubEvent, Role, SendMessage } from '@hub/contracts';
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

interface Someone extends SignedIn {
  call: Call;
}

let here: TestHub;
let networkId: string;
let pairId: string;
let amara: Someone;
let lars: Someone;
let coordinator: Someone;

beforeAll(async () => {
  here = await hub();
  networkId = await network(here.database);
  pairId = await partnership(here.database, networkId);
  amara = await somebody('Amara Mwansa', 'expert');
  lars = await somebody('Lars Ek', 'partnership_coordinator');
  coordinator = await somebody('Sigrid Holm', 'project_coordinator');
});

afterAll(() => here.close());

async function somebody(name: string, role: Role): Promise<Someone> {
  const personId = await person(here.database, name);
  const inPair = role === 'partnership_coordinator' || role === 'politician';
  await membership(here.database, personId, role, {
    networkId,
    ...(inPair && { partnershipId: pairId, side: 'swedish' }),
  });
  const signedIn = await here.signIn(personId);
  return { ...signedIn, call: caller({ origin: here.origin, headers: signedIn.headers }) };
}

const open = (...people: SignedIn[]) =>
  channel(here.database, { networkId, members: people.map(({ personId }) => personId) });

const say = (who: Someone, channelId: string, body: string, more: Partial<SendMessage> = {}) =>
  who.call('message.send', {
    channelId,
    clientId: uuidv7(),
    ...(more.topicId === undefined && { topicTitle: 'Pump tests' }),
    body,
    ...more,
  });

async function listen(who: SignedIn): Promise<HubEvent[]> {
  const client = here.client(who);
  const told: HubEvent[] = [];
  client.onEvents((events) => told.push(...events));
  await until(client.state, (state) => state === 'online');
  return told;
}

const kinds = (told: HubEvent[]) => told.map(({ kind }) => kind);
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    ({ code }) => String(code),
  );
const messageOf = async (who: Someone, topicId: string, id: string) =>
  (await who.call('message.list', { topicId })).messages.find((message) => message.id === id);

describe('an edit', () => {
  it('knows what it edits, is told to everybody, and keeps what was said', async () => {
    const channelId = await open(amara, lars);
    const told = await listen(lars);
    const { id, topicId } = await say(amara, channelId, 'The pump runs');
    const edited = await amara.call('message.edit', { messageId: id, baseVersion: 1, body: 'The pump **runs**.' });
    expect(edited).toMatchObject({
      version: 2,
      body: 'The pump **runs**.',
      changedSeq: 2,
      editedAt: expect.any(String),
    });
    await until(
      () => kinds(told),
      (seen) => seen.includes('message.edited'),
    );
    expect(told.at(-1)).toEqual({ kind: 'message.edited', channelId, seq: 2, message: edited });
    expect(await lars.call('message.history', { messageId: id })).toMatchObject([
      { version: 1, body: 'The pump runs' },
    ]);
    expect((await lars.call('channel.read', { channelId })).topics).toMatchObject([{ excerpt: 'The pump runs.' }]);
    expect(await messageOf(lars, topicId, id)).toEqual(edited);
  });

  it('on another version than today’s is a conflict that brings today’s; the same once more is done', async () => {
    const channelId = await open(amara);
    const { id } = await say(amara, channelId, 'One');
    const first = await amara.call('message.edit', { messageId: id, baseVersion: 1, body: 'Two' });
    expect(await amara.call('message.edit', { messageId: id, baseVersion: 1, body: 'Two' })).toEqual(first);
    await expect(amara.call('message.edit', { messageId: id, baseVersion: 1, body: 'Three' })).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { current: { body: 'Two', version: 2 } },
    });
  });

  it('is its author’s alone, also for the coordinator', async () => {
    const channelId = await open(amara, lars, coordinator);
    const { id } = await say(amara, channelId, 'Mine');
    for (const other of [lars, coordinator])
      expect(await refusal(other.call('message.edit', { messageId: id, baseVersion: 1, body: 'Yours' }))).toBe(
        'FORBIDDEN',
      );
  });

  it('calls those whom it names anew, and nobody twice', async () => {
    const channelId = await open(amara, lars, coordinator);
    const { id } = await say(amara, channelId, `<@${lars.personId}>, look`);
    const body = `<@${lars.personId}> and <@${coordinator.personId}>, look`;
    await until(
      () => here.database.query('select id from outbox'),
      (rows) => rows.length === 0,
    );
    await amara.call('message.edit', { messageId: id, baseVersion: 1, body });
    const called = () =>
      here.database.query<{ personId: string }>(
        'select person_id as "personId" from notifications where message_id = $1',
        [id],
      );
    await until(called, (rows) => rows.length === 2);
    await until(
      () => here.database.query('select id from outbox'),
      (rows) => rows.length === 0,
    );
    expect((await called()).map(({ personId }) => personId).sort()).toEqual(
      [lars.personId, coordinator.personId].sort(),
    );
  });
});

describe('a removal', () => {
  it('leaves a place without text, wins over an edit, and twice is once', async () => {
    const channelId = await open(amara, lars);
    const { id, topicId } = await say(amara, channelId, 'Said too soon');
    await lars.call('reaction.set', { messageId: id, reaction: 'thanks', on: true });
    await amara.call('message.edit', { messageId: id, baseVersion: 1, body: 'Said too early' });
    const removed = await amara.call('message.remove', { messageId: id });
    expect(removed).toMatchObject({ body: '', removed: { by: 'author', reason: '' } });
    expect(removed.reactions).toBeUndefined();
    expect(await amara.call('message.remove', { messageId: id })).toEqual(removed);
    await expect(amara.call('message.edit', { messageId: id, baseVersion: 2, body: 'Back' })).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { current: { removed: { by: 'author' } } },
    });
    expect(await amara.call('message.history', { messageId: id })).toEqual([]);
    expect(await messageOf(lars, topicId, id)).toEqual(removed);
    const kept = await here.database.query('select body from message_versions where message_id = $1', [id]);
    expect(kept).toEqual([]);
  });

  it('of another’s message is the coordinator’s, with a reason that everybody reads, and audited', async () => {
    const channelId = await open(amara, lars, coordinator);
    const { id, topicId } = await say(amara, channelId, 'A name that must not stand here');
    expect(await refusal(lars.call('message.remove', { messageId: id, reason: 'No' }))).toBe('FORBIDDEN');
    expect(await refusal(coordinator.call('message.remove', { messageId: id }))).toBe('INVALID');
    await coordinator.call('message.remove', { messageId: id, reason: 'It names a resident.' });
    expect(await messageOf(lars, topicId, id)).toMatchObject({
      removed: { by: 'moderator', reason: 'It names a resident.' },
    });
    const trail = await here.database.query('select action, reason from audit_entries where subject_id = $1', [id]);
    expect(trail).toEqual([{ action: 'message.remove', reason: 'It names a resident.' }]);
  });
});

describe('reactions, pins and quotes', () => {
  it('a reaction is set or not, however often it is asked', async () => {
    const channelId = await open(amara, lars);
    const { id, topicId } = await say(amara, channelId, 'We did it');
    for (const on of [true, true]) await lars.call('reaction.set', { messageId: id, reaction: 'well_done', on });
    await amara.call('reaction.set', { messageId: id, reaction: 'well_done', on: true });
    expect((await messageOf(amara, topicId, id))?.reactions).toEqual([
      {
        reaction: 'well_done',
        people: [
          { id: lars.personId, name: 'Lars Ek' },
          { id: amara.personId, name: 'Amara Mwansa' },
        ],
      },
    ]);
    for (const on of [false, false]) await lars.call('reaction.set', { messageId: id, reaction: 'well_done', on });
    const events = await lars.call('sync.backfill', { channelId, after: 1 });
    expect(events.events.map(({ kind }) => kind)).toEqual(['reaction.changed', 'reaction.changed', 'reaction.changed']);
  });

  it('a pin is seen in the channel until it is taken out', async () => {
    const channelId = await open(amara, lars);
    const { id } = await say(amara, channelId, 'The address of the hall');
    await lars.call('message.pin', { messageId: id, on: true });
    expect(await amara.call('pin.list', { channelId })).toMatchObject([{ id, pinned: true }]);
    await amara.call('message.pin', { messageId: id, on: false });
    expect(await amara.call('pin.list', { channelId })).toEqual([]);
  });

  it('an answer shows what it answers, as that is today', async () => {
    const [channelId, elsewhere] = [await open(amara, lars), await open(amara)];
    const first = await say(amara, channelId, 'How **deep** is it?');
    const answer = await say(lars, channelId, '31 metres', { topicId: first.topicId, replyToId: first.id });
    expect((await messageOf(amara, first.topicId, answer.id))?.replyTo).toEqual({
      id: first.id,
      topicId: first.topicId,
      seq: first.seq,
      author: { id: amara.personId, name: 'Amara Mwansa', initials: 'AM' },
      excerpt: 'How deep is it?',
    });
    await amara.call('message.remove', { messageId: first.id });
    expect((await messageOf(amara, first.topicId, answer.id))?.replyTo).toMatchObject({ excerpt: '' });
    const other = await say(amara, elsewhere, 'A secret');
    expect(await refusal(say(amara, channelId, 'Quoted out', { replyToId: other.id }))).toBe('NOT_FOUND');
  });
});

describe('a topic', () => {
  it('can be renamed and settled; its title is one in its channel', async () => {
    const channelId = await open(amara, lars);
    const told = await listen(lars);
    const { topicId } = await say(amara, channelId, 'First', { topicTitle: 'Pumps' });
    await say(amara, channelId, 'Second', { topicTitle: 'Pipes' });
    expect(await refusal(lars.call('topic.rename', { topicId, title: 'PIPES' }))).toBe('CONFLICT');
    await lars.call('topic.rename', { topicId, title: 'Pumps in the dry season' });
    await lars.call('topic.resolve', { topicId, resolved: true });
    await lars.call('topic.resolve', { topicId, resolved: true });
    await until(
      () => kinds(told).filter((kind) => kind === 'topic.changed'),
      (seen) => seen.length === 2,
    );
    const { topic } = await amara.call('topic.read', { topicId });
    expect(topic).toMatchObject({ title: 'Pumps in the dry season', resolved: true });
    const { reading: _, ...card } = topic;
    expect(told.at(-1)).toMatchObject({ kind: 'topic.changed', topicId, topic: card });
  });

  it('moves with its messages; links hold, what was read stays read, and the old channel keeps its order', async () => {
    const [from, to] = [await open(amara, lars), await open(amara, lars)];
    await say(amara, to, 'There before', { topicTitle: 'Elsewhere' });
    const said = [await say(amara, from, 'One'), await say(lars, from, 'Two'), await say(lars, from, 'Three')];
    const { topicId } = said[0] ?? { topicId: '' };
    await amara.call('read.move', { topicId, epoch: 0, seq: 2 });
    await lars.call('topic.resolve', { topicId, resolved: true });
    await amara.call('topic.move', { topicId, channelId: to });
    const { topic, channel: now } = await amara.call('topic.read', { topicId });
    expect([now.id, topic.lastSeq, topic.reading]).toEqual([to, 4, { epoch: 0, seq: 3, unread: 1 }]);
    const around = await amara.call('message.list', { topicId, around: said[1]?.id });
    expect(around.messages.map(({ body, seq }) => [body, seq])).toEqual([
      ['One', 2],
      ['Two', 3],
      ['Three', 4],
    ]);
    expect((await amara.call('sync.backfill', { channelId: from, after: 0 })).events.map(({ kind }) => kind)).toEqual([
      'event.gone',
      'event.gone',
      'event.gone',
      'topic.changed',
      'topic.changed',
    ]);
    expect((await amara.call('sync.backfill', { channelId: to, after: 4 })).events).toMatchObject([
      { kind: 'topic.changed', topic: { id: topicId, resolved: true } },
    ]);
    const again = await say(amara, from, 'A new matter of the same name');
    expect(again.topicId).not.toBe(topicId);
  });

  it('does not move out of a closed group, nor to where its mover may not write', async () => {
    const [theme, group] = [
      await open(lars),
      await channel(here.database, { networkId, kind: 'partnership', partnershipId: pairId, members: [lars.personId] }),
    ];
    const foreign = await open(amara);
    const inGroup = await say(lars, group, 'Among us');
    const inTheme = await say(lars, theme, 'Among all', { topicTitle: 'Open to all' });
    expect(await refusal(lars.call('topic.move', { topicId: inGroup.topicId, channelId: theme }))).toBe('FORBIDDEN');
    expect(await refusal(lars.call('topic.move', { topicId: inTheme.topicId, channelId: foreign }))).toBe('NOT_FOUND');
    expect(await refusal(lars.call('topic.move', { topicId: inTheme.topicId, channelId: group }))).toBe('done');
  });
});

describe('reading', () => {
  const readingOf = async (who: Someone, topicId: string) => (await who.call('topic.read', { topicId })).topic.reading;

  it('counts what others said since, by topic, and not what was said before one came', async () => {
    const channelId = await open(amara);
    const before = await say(amara, channelId, 'Before Lars came');
    await here.database.query(
      `insert into channel_members (channel_id, person_id, origin, read_from_seq) values ($1, $2, 'hand', 1)`,
      [channelId, lars.personId],
    );
    await say(amara, channelId, 'After', { topicId: before.topicId });
    await say(lars, channelId, 'His own', { topicId: before.topicId });
    expect(await readingOf(lars, before.topicId)).toEqual({ epoch: 0, seq: 1, unread: 1 });
    const list = await lars.call('unread.list', {});
    expect(list.channels.find(({ id }) => id === channelId)).toMatchObject({
      readFromSeq: 1,
      topics: [{ id: before.topicId, reading: { unread: 1 }, excerpt: 'His own' }],
    });
  });

  it('only moves on within an epoch, and a new epoch marks unread; every device is told', async () => {
    const channelId = await open(amara, lars);
    const told = await listen(lars);
    const [{ topicId }] = [
      await say(amara, channelId, 'One'),
      await say(amara, channelId, 'Two'),
      await say(amara, channelId, 'Three'),
    ];
    expect(await lars.call('read.move', { topicId, epoch: 0, seq: 2 })).toEqual({ epoch: 0, seq: 2, unread: 1 });
    expect(await lars.call('read.move', { topicId, epoch: 0, seq: 1 })).toEqual({ epoch: 0, seq: 2, unread: 1 });
    expect(await lars.call('read.move', { topicId, epoch: 1, seq: 0 })).toEqual({ epoch: 1, seq: 0, unread: 3 });
    expect(await lars.call('read.move', { topicId, epoch: 0, seq: 3 })).toEqual({ epoch: 1, seq: 0, unread: 3 });
    expect(await lars.call('read.move', { topicId, epoch: 1, seq: 900 })).toEqual({ epoch: 1, seq: 3, unread: 0 });
    await until(
      () => told.at(-1),
      (last) => last?.kind === 'read.moved' && last.reading.unread === 0,
    );
    expect(await readingOf(amara, topicId)).toEqual({ epoch: 0, seq: 0, unread: 0 });
  });

  it('reads what calls one as well', async () => {
    const channelId = await open(amara, lars);
    const told = await listen(lars);
    const { topicId, seq } = await say(amara, channelId, `<@${lars.personId}>, when?`);
    await until(
      () => kinds(told),
      (seen) => seen.includes('notification.created'),
    );
    const { unread } = await lars.call('notification.list', {});
    await lars.call('read.move', { topicId, epoch: 0, seq });
    expect(await lars.call('notification.list', {})).toMatchObject({ unread: unread - 1 });
  });
});

describe('a mention of a group', () => {
  it('is for those entitled, says beforehand how many it reaches, and reaches them', async () => {
    const channelId = await open(amara, lars, coordinator);
    const outsider = await somebody('Not Here', 'expert');
    expect(await refusal(say(amara, channelId, '<@channel> all'))).toBe('FORBIDDEN');
    const reach = async (group: string) => (await coordinator.call('mention.reach', { channelId, group })).people;
    expect([await reach('channel'), await reach('role:expert'), await reach(`partnership:${pairId}`)]).toEqual([
      2, 1, 1,
    ]);
    const { id, topicId } = await say(coordinator, channelId, `<@role:expert> and <@partnership:${pairId}>, please`);
    expect((await messageOf(amara, topicId, id))?.mentions).toEqual([
      { kind: 'partnership', id: pairId, name: 'granvika-mto-mpya' },
      { kind: 'role', role: 'expert' },
    ]);
    const called = () =>
      here.database.query<{ personId: string }>(
        'select person_id as "personId" from notifications where message_id = $1',
        [id],
      );
    await until(called, (rows) => rows.length === 2);
    expect((await called()).map(({ personId }) => personId)).not.toContain(outsider.personId);
  });

  it('does not call those who muted the channel, unless by their own name', async () => {
    const channelId = await open(amara, lars, coordinator);
    await lars.call('channel.mute', { channelId, muted: true });
    const all = await say(coordinator, channelId, '<@channel>, all of you');
    const one = await say(coordinator, channelId, `<@channel>, and <@${lars.personId}> above all`);
    await until(
      () => here.database.query('select id from outbox'),
      (rows) => rows.length === 0,
    );
    const ledger = await here.database.query(
      `select subject_id as "messageId", state, reason from deliveries
      where medium = 'hub' and person_id = $1 and subject_id = any($2) order by array_position($2, subject_id)`,
      [lars.personId, [all.id, one.id]],
    );
    expect(ledger).toEqual([
      { messageId: all.id, state: 'suppressed', reason: 'muted' },
      { messageId: one.id, state: 'delivered', reason: null },
    ]);
  });
});

describe('a report', () => {
  it('reaches the coordinator with the message, wherever it stands, and is settled once', async () => {
    const channelId = await channel(here.database, {
      networkId,
      kind: 'partnership',
      partnershipId: pairId,
      members: [lars.personId],
    });
    const bell = await listen(coordinator);
    const { id, topicId } = await say(lars, channelId, 'A patient by name');
    expect(await refusal(amara.call('message.report', { messageId: id, reason: 'Not mine to see' }))).toBe('NOT_FOUND');
    for (let twice = 0; twice < 2; twice++)
      await lars.call('message.report', { messageId: id, reason: 'It names a patient.' });
    await until(
      () => bell.flatMap((event) => (event.kind === 'notification.created' ? [event.notification] : [])),
      (seen) => seen.some((one) => one.kind === 'report' && one.messageId === id),
    );
    expect(await refusal(lars.call('report.list', { networkSlug: 'climate' }))).toBe('FORBIDDEN');
    const { reports } = await coordinator.call('report.list', { networkSlug: 'climate' });
    expect(reports).toMatchObject([{ message: { id, body: 'A patient by name' }, reason: 'It names a patient.' }]);
    const reportId = reports[0]?.id ?? '';
    expect(await refusal(lars.call('report.settle', { reportId, outcome: 'kept' }))).toBe('FORBIDDEN');
    expect(await refusal(coordinator.call('report.settle', { reportId, outcome: 'removed' }))).toBe('INVALID');
    const settle = { reportId, outcome: 'removed' as const, reason: 'Patients are not named here.' };
    await coordinator.call('report.settle', settle);
    await coordinator.call('report.settle', settle);
    expect((await coordinator.call('report.list', { networkSlug: 'climate' })).reports).toEqual([]);
    expect(await messageOf(lars, topicId, id)).toMatchObject({
      body: '',
      removed: { by: 'moderator', reason: 'Patients are not named here.' },
    });
    const trail = await here.database.query('select action from audit_entries where subject_id = $1 order by action', [
      id,
    ]);
    expect(trail).toEqual([{ action: 'message.remove' }, { action: 'report.removed' }]);
  });
});
