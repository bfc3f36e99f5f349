/** Channels: opened, joined, left and closed; membership that follows roles; conversations of two. */
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
/** The channel comes as it is when it is told of: what was said in it before is in it already, and no event. */
const hasGained = (told: HubEvent[], channelId: string) =>
  until(
    () => told.flatMap((event) => (event.kind === 'channel.gained' ? [event.channel.id] : [])),
    (gained) => gained.includes(channelId),
  );
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    ({ code }) => String(code),
  );
describe('a channel', () => {
  const climate = { networkSlug: 'climate' };
  const kind = 'thematic' as const;
  const create = (name: string) =>
    coordinator.call('channel.create', { ...climate, channelId: uuidv7(), name, purpose: '', kind });

  it('is opened once for its id, for everybody whose roles open it, and by those entitled', async () => {
    const told = await listen(amara);
    const input = { ...climate, channelId: uuidv7(), name: 'Tråd & vatten', purpose: 'Wells', kind };
    expect(await refusal(amara.call('channel.create', { ...input, channelId: uuidv7() }))).toBe('FORBIDDEN');
    const card = await coordinator.call('channel.create', input);
    expect(card).toMatchObject({ slug: 'trad-vatten', name: 'Tråd & vatten', archived: false, sensitive: false });
    expect(await coordinator.call('channel.create', input)).toEqual(card);
    await until(
      () => told.flatMap((event) => (event.kind === 'channel.gained' ? [event.channel.id] : [])),
      (seen) => seen.includes(card.id),
    );
    expect((await amara.call('channel.read', { channelId: card.id })).members.length).toBeGreaterThan(2);
    const twin = await coordinator.call('channel.create', { ...input, channelId: uuidv7() });
    expect(twin.slug).toBe('trad-vatten-2');
    const own = { ...input, channelId: uuidv7(), kind: 'partnership' as const, partnershipId: pairId };
    expect(await refusal(lars.call('channel.create', own))).toBe('done');
  });

  it('can be left and joined again; leaving closes it all', async () => {
    const { id: channelId } = await create('Trees');
    const told = await listen(coordinator);
    const { topicId, seq } = await say(amara, channelId, 'Shade');
    await amara.call('read.move', { topicId, epoch: 0, seq });
    await amara.call('channel.leave', { channelId });
    expect(await refusal(amara.call('channel.read', { channelId }))).toBe('NOT_FOUND');
    expect(await refusal(amara.call('message.list', { topicId }))).toBe('NOT_FOUND');
    const listing = await amara.call('channel.list', climate);
    expect(listing.find(({ id }) => id === channelId)).toMatchObject({ joined: false });
    await say(coordinator, channelId, 'While she was away', { topicId });
    await amara.call('channel.join', { channelId });
    expect((await amara.call('topic.read', { topicId })).topic.reading.unread).toBe(0);
    await until(
      () => kinds(told).filter((one) => one.startsWith('member.')),
      (seen) => seen.length === 2,
    );
    const theirs = await channel(here.database, { networkId, kind: 'partnership', partnershipId: pairId });
    expect(await refusal(amara.call('channel.join', { channelId: theirs }))).toBe('NOT_FOUND');
  });

  it('is renamed, closed and opened again by those who look after it', async () => {
    const { id: channelId } = await create('Water');
    const told = await listen(amara);
    expect(await refusal(amara.call('channel.change', { channelId, name: 'Mine' }))).toBe('FORBIDDEN');
    await coordinator.call('channel.change', { channelId, name: 'Water and waste', sensitive: true });
    await coordinator.call('channel.archive', { channelId, archived: true });
    expect(await refusal(say(amara, channelId, 'Too late'))).toBe('FORBIDDEN');
    // Who is there is told as well, at any time.
    const latest = () => told.findLast(({ kind }) => kind === 'channel.changed');
    await until(latest, (last) => last?.kind === 'channel.changed' && last.channel.archived);
    expect(latest()).toMatchObject({ channel: { name: 'Water and waste', sensitive: true, archived: true } });
    await coordinator.call('channel.archive', { channelId, archived: false });
    expect(await refusal(say(amara, channelId, 'In time'))).toBe('done');
  });

  it('of announcements takes nobody by hand whose role is not told what happens in the network', async () => {
    const channelId = await channel(here.database, { networkId, kind: 'announcements' });
    await until(
      () => refusal(coordinator.call('channel.read', { channelId })),
      (answer) => answer === 'done',
    );
    const guest = await person(here.database, 'Some Guest');
    await membership(here.database, guest, 'guest', { networkId });
    const add = (personIds: string[]) => coordinator.call('member.add', { channelId, personIds });
    expect(await refusal(add([guest]))).toBe('INVALID');
    expect(await refusal(add([amara.personId]))).toBe('done');
  });

  it('takes people by hand, of its network only, and lets them go', async () => {
    const channelId = await channel(here.database, { networkId, kind: 'guest', members: [coordinator.personId] });
    const stranger = await person(here.database, 'Some Stranger');
    const told = await listen(amara);
    const add = (personIds: string[]) => coordinator.call('member.add', { channelId, personIds });
    expect(await refusal(add([stranger]))).toBe('INVALID');
    expect(await add([amara.personId, coordinator.personId])).toEqual({ added: [amara.personId] });
    await hasGained(told, channelId);
    await say(coordinator, channelId, 'Welcome');
    await until(
      () => kinds(told),
      (seen) => seen.includes('message.sent'),
    );
    expect(await refusal(amara.call('member.remove', { channelId, personId: coordinator.personId }))).toBe('FORBIDDEN');
    await coordinator.call('member.remove', { channelId, personId: amara.personId });
    await until(
      () => kinds(told),
      (seen) => seen.includes('channel.lost'),
    );
    await say(coordinator, channelId, 'Among ourselves');
    expect(await refusal(amara.call('channel.read', { channelId }))).toBe('NOT_FOUND');
    const later = await create('Later');
    await hasGained(told, later.id);
    await say(amara, later.id, 'Later');
    await until(
      () => told.flatMap((event) => (event.kind === 'message.sent' ? [event.message.body] : [])),
      (bodies) => bodies.includes('Later'),
    );
    expect(JSON.stringify(told)).not.toContain('Among ourselves');
  });

  it('follows roles: whoever gains one is in its channels, whoever loses it is out', async () => {
    const { id: channelId } = await create('Roles');
    const newcomer = await person(here.database, 'New Comer');
    const membershipId = await membership(here.database, newcomer, 'expert', { networkId });
    const signedIn = await here.signIn(newcomer);
    const call = caller({ origin: here.origin, headers: signedIn.headers });
    await until(
      () => refusal(call('channel.read', { channelId })),
      (seen) => seen === 'done',
    );
    const told = await listen(signedIn);
    await here.database.query('update memberships set until_on = current_date where id = $1', [membershipId]);
    await until(
      () => told.flatMap((event) => (event.kind === 'channel.lost' ? [event.channelId] : [])),
      (lost) => lost.includes(channelId),
    );
    expect(await refusal(call('channel.read', { channelId }))).toBe('NOT_FOUND');
    const { members } = await amara.call('channel.read', { channelId });
    expect(members.map(({ id }) => id)).not.toContain(newcomer);
  });

  it('of two people is one, whoever opens it, and has the other’s name', async () => {
    const [a, b] = await Promise.all([
      amara.call('direct.open', { ...climate, personId: lars.personId }),
      lars.call('direct.open', { ...climate, personId: amara.personId }),
    ]);
    expect([a.id, a.name, b.name, a.kind]).toEqual([b.id, 'Lars Ek', 'Amara Mwansa', 'direct']);
    await say(amara, a.id, 'Between us');
    expect(await refusal(coordinator.call('channel.read', { channelId: a.id }))).toBe('NOT_FOUND');
    const stranger = await person(here.database, 'Some Stranger');
    for (const personId of [stranger, amara.personId])
      expect(await refusal(amara.call('direct.open', { ...climate, personId }))).toBe('NOT_FOUND');
  });
});
