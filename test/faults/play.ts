/**
 * A short run on two nodes of one process that gives every rule something to judge: sends from both nodes with lost
 * answers, edits of one version from two devices, a removal and then an edit, a reaction asked for twice, markers that
 * move and then would move back, a mention, and somebody who is removed while their message waits.
 */
import type { Database } from '@hub/database';
import type { SignedIn } from '@hub/testing';
import { v7 as uuidv7 } from 'uuid';
import { isRefusal, type CommandName, type Commands, type SeenMessage } from '../checker/history.js';
import type { Device } from './device.js';
import { eventually, World, type Reachable } from './world.js';

/** How long after a removal something may still be on its way, where nothing else is broken, ms. */
export const graceMs = 1_000;
const title = 'Pump tests';

export interface Cast {
  world: World;
  /** How long the ends are waited for; whoever is not there by then has not converged, ms. */
  patienceMs: number;
  channelId: string;
  /** One person on two devices, one on each node. */
  phone: Device;
  laptop: Device;
  /** On the second node. */
  lars: Device;
  /** On the second node, and removed before the end. */
  grace: Device;
  people: { amara: SignedIn; lars: SignedIn; grace: SignedIn };
}

export async function assemble(database: Database, nodes: readonly Reachable[], patienceMs: number): Promise<Cast> {
  const world = await World.on(database, nodes);
  const amara = await world.person('Amara Mwansa');
  const lars = await world.person('Lars Ek');
  const grace = await world.person('Grace Banda');
  const channelId = await world.channel([amara, lars, grace]);
  const device = (name: string, who: SignedIn, node: number) => world.device(name, who, node, { ackTimeoutMs: 400 });
  const cast = {
    world,
    patienceMs,
    channelId,
    phone: await device("Amara's phone", amara, 0),
    laptop: await device("Amara's laptop", amara, 1),
    lars: await device("Lars's phone", lars, 1),
    grace: await device("Grace's phone", grace, 1),
    people: { amara, lars, grace },
  };
  await eventually(() => world.devices.every(({ hub }) => hub.state() === 'online'), 30_000);
  return cast;
}

export async function play(cast: Cast): Promise<void> {
  const { world, patienceMs, channelId, phone, laptop, lars } = cast;
  await write(cast);
  const [first, second, third] = phone.messages(channelId).filter(({ author }) => author?.id === phone.personId);
  if (first && second && third) {
    await edit(cast, first, second);
    await react(cast, third);
    await read(cast, third);
  }
  await mention(cast);
  await remove(cast);
  // The very last comes by the first node, so that the second hears of it by what nodes tell each other, or not at all: not
  // before it has read what it was not told of those before, since it reads to the end.
  const last = (device: Device) => `The last of ${device.name}.`;
  for (const device of [laptop, lars]) await say(device, channelId, last(device));
  await eventually(() => lars.messages(channelId).at(-1)?.body === last(lars), patienceMs);
  await say(phone, channelId, last(phone));
  await world.converged(patienceMs);
  await world.look({ patienceMs });
}

/** Both nodes at once, with answers lost, so that outboxes send again what is stored. */
async function write({ world, patienceMs, channelId, phone, laptop, lars, grace }: Cast): Promise<void> {
  const devices = [phone, laptop, lars, grace];
  for (const device of devices) {
    for (const fault of ['answer dropped', 'frame doubled', 'frames swapped'] as const) device.plan(fault);
    for (let n = 0; n < 20; n++)
      await device.hub.outbox.add({ channelId, topicTitle: title, body: `Number ${n} of ${device.name}.` });
  }
  await eventually(() => devices.every(({ hub }) => hub.outbox.list().length === 0), patienceMs);
  await Promise.all(
    devices.flatMap((device) =>
      Array.from({ length: 10 }, (_, n) => say(device, channelId, `At once, ${n} of ${device.name}.`)),
    ),
  );
  // One that two devices of the same person send at once, and one whose answer is lost.
  for (let n = 0; n < 5; n++) {
    const clientId = uuidv7();
    await Promise.all([phone, laptop].map((device) => say(device, channelId, `From both, ${n}.`, clientId)));
  }
  phone.plan('answer dropped');
  await say(phone, channelId, 'Did you hear me?');
  await world.converged(patienceMs);
}

/** Two devices edit one version at once, and one edits what the other removed. */
async function edit({ phone, laptop }: Cast, first: SeenMessage, second: SeenMessage): Promise<void> {
  const text = (device: Device) =>
    ask(device, 'message.edit', { messageId: first.id, baseVersion: 1, body: `Corrected on ${device.name}.` });
  await Promise.all([text(phone), text(laptop)]);
  await ask(phone, 'message.edit', { messageId: first.id, baseVersion: 2, body: 'Corrected again.' });
  await ask(phone, 'message.remove', { messageId: second.id });
  await ask(laptop, 'message.edit', { messageId: second.id, baseVersion: 1, body: 'Is it still here?' });
}

/** The first answer is lost, so it is asked for twice. */
async function react({ lars, phone }: Cast, { id: messageId }: SeenMessage): Promise<void> {
  lars.plan('answer dropped');
  await ask(lars, 'reaction.set', { messageId, reaction: 'agree', on: true });
  await ask(phone, 'reaction.set', { messageId, reaction: 'thanks', on: true });
  await ask(phone, 'reaction.set', { messageId, reaction: 'thanks', on: false });
  await ask(phone, 'message.pin', { messageId, on: true });
}

/** One device is further than the other, in an epoch that the other has left. */
async function read({ phone, laptop }: Cast, { topicId = '', seq }: SeenMessage): Promise<void> {
  await ask(phone, 'read.move', { topicId, epoch: 0, seq });
  await ask(laptop, 'read.move', { topicId, epoch: 0, seq: seq - 1 });
  await ask(laptop, 'read.move', { topicId, epoch: 1, seq: 1 });
  await ask(laptop, 'read.move', { topicId, epoch: 1, seq });
  await ask(phone, 'read.move', { topicId, epoch: 0, seq: seq + 1 });
  await ask(phone, 'read.move', { topicId, epoch: 1, seq: 2 });
}

async function mention({ world, patienceMs, channelId, phone, people }: Cast): Promise<void> {
  await say(phone, channelId, `<@${people.lars.personId}>, does it run?`);
  await eventually(async () => (await world.sql('select from outbox')).length === 0, patienceMs);
}

/**
 * The channel's row is held, so that the removal waits for it and the message behind the removal; both go on when it is
 * let go. What is said after the grace must not be heard, nor read.
 */
async function remove(cast: Cast): Promise<void> {
  const { world, channelId, grace, lars, people } = cast;
  let removed: Promise<void> = Promise.resolve();
  let said: Promise<void> = Promise.resolve();
  await world.database.transaction(async (tx) => {
    await tx.query('select from channels where id = $1 for update', [channelId]);
    removed = world.remove(people.grace, channelId);
    await waiting(world, 1);
    said = say(grace, channelId, 'Am I still here?');
    await waiting(world, 2);
  });
  await Promise.all([removed, said]);
  const after = performance.now() + graceMs;
  await eventually(() => performance.now() > after, 2 * graceMs);
  for (let n = 0; n < 3; n++) await say(lars, channelId, `Among us, ${n}.`);
  const { topicId = '' } = lars.messages(channelId).at(-1) ?? {};
  const history = async () => (await grace.hub.call('message.list', { topicId })).messages;
  await world.recorder.read({ ...grace.as, channelId }, history).catch(() => undefined);
}

/** Waits until so many wait for a lock. */
async function waiting(world: World, count: number): Promise<void> {
  await eventually(async () => {
    const locks = await world.sql(
      `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    );
    return locks.length >= count;
  }, 10_000);
}

const say = (device: Device, channelId: string, body: string, clientId: string = uuidv7()) =>
  ask(device, 'message.send', { channelId, clientId, topicTitle: title, body });

/** Until there is an answer; a refusal is one. */
async function ask<N extends CommandName>(device: Device, command: N, input: Commands[N]): Promise<void> {
  for (let tries = 5; tries > 0; tries--)
    try {
      await device.ask(command, input);
      return;
    } catch (error) {
      if (isRefusal(error)) return;
    }
}
