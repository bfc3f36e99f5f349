/**
 * People who write, edit, remove, react, pin and read on their devices, at a pace that is given: each does the next thing
 * as soon as the budget allows, whatever is broken at the time, and tries again until the hub has answered.
 */
import type { SignedIn } from '@hub/testing';
import { setTimeout as pause } from 'node:timers/promises';
import { isRefusal, type CommandName, type Commands, type SeenMessage } from '../checker/history.js';
import type { Device } from './device.js';
import { eventually, type World } from './world.js';

/** Messages of one device on their way at a time. */
const underWay = 4;
/** The least that is waited before asking again, ms. */
const againMs = 100;
/** How far back people look for something to act on. */
const recent = 30;
const reactions = ['agree', 'thanks', 'idea'];

export class Scene {
  readonly writers: Device[] = [];
  readonly leaving: { who: SignedIn; device: Device }[] = [];
  private readonly budget = new Budget();
  private readonly people: SignedIn[] = [];
  private readonly chance = chances(7);
  /** Messages that left an outbox: acknowledged, or met in what the hub told. */
  private settled = 0;
  private written = 0;
  private isOver = false;
  private busy: Promise<void>[] = [];
  private channelId = '';

  constructor(private readonly world: World) {}

  /** Ten people on eleven devices in three channels; four of the people will be removed. */
  async open(): Promise<void> {
    const { world } = this;
    for (const name of ['Amara Mwansa', 'Lars Ek', 'Wanjiru Njoroge', 'Elin Berg', 'Chanda Phiri', 'Sipho Dube'])
      this.people.push(await world.person(name));
    const leaving: SignedIn[] = [];
    for (const name of ['Nia Otieno', 'Per Lund', 'Grace Banda', 'Olof Holm']) leaving.push(await world.person(name));
    this.channelId = await world.channel([...this.people, ...leaving]);
    await world.channel(this.people);
    await world.channel(this.people.slice(0, 3));
    for (const [index, who] of this.people.entries())
      this.writers.push(await world.device(`device ${index}`, who, index % 2));
    this.writers.push(await world.device('second device of 0', this.people[0] as SignedIn, 1));
    for (const [index, who] of leaving.entries())
      this.leaving.push({ who, device: await world.device(`leaving ${index}`, who, index % 2) });
    await eventually(() => world.devices.every(({ hub }) => hub.state() === 'online'), 30_000);
    this.busy = world.devices.map((device) => this.write(device));
  }

  /** Lets a number of messages be written, and waits until about as many are settled. */
  async goOn(count: number): Promise<void> {
    this.budget.grant(count);
    const slack = underWay * this.world.devices.length;
    await eventually(() => this.settled >= this.budget.total - slack, 30_000);
  }

  async remove(index: number): Promise<void> {
    const { who } = this.leaving[index] as Scene['leaving'][number];
    await this.world.remove(who, this.channelId);
  }

  /** True once everything that was written is settled. */
  async end(): Promise<boolean> {
    this.isOver = true;
    this.budget.grant(Infinity);
    for (let known = 0; known < this.busy.length;) {
      const more = this.busy.slice(known);
      known += more.length;
      await Promise.all(more);
    }
    return eventually(() => this.world.devices.every((device) => unsettled(device) === 0), 60_000);
  }

  private async write(device: Device): Promise<void> {
    const { outbox } = device.hub;
    const channels = this.world.channelsOf(device.personId);
    let before = 0;
    outbox.subscribe(() => {
      const now = unsettled(device);
      if (now < before) this.settled += before - now;
      before = now;
    });
    for (;;) {
      await this.budget.take();
      await changed(device, () => unsettled(device) < underWay || this.isOver);
      // Who was refused is out, and leaves the writing to the others.
      if (this.isOver || outbox.list().some(({ state }) => state === 'refused')) return;
      const n = ++this.written;
      const channelId = channels[n % channels.length] ?? '';
      const mention = n % 25 === 0 ? ` <@${this.people[n % this.people.length]?.personId}>, see this.` : '';
      await outbox.add({ channelId, topicTitle: `Topic ${n % 3}`, body: `Number ${n} of ${device.name}.${mention}` });
      this.busy.push(this.actOn(device, channelId, n));
    }
  }

  /** Something besides, on something recent. */
  private async actOn(device: Device, channelId: string, n: number): Promise<void> {
    const messages = device
      .messages(channelId)
      .slice(-recent)
      .filter(({ removed }) => !removed);
    const own = messages.filter(({ author }) => author?.id === device.personId);
    const one = this.oneOf(messages);
    const mine = this.oneOf(own);
    if (!one) return;
    const messageId = one.id;
    if (n % 5 === 0)
      await this.ask(device, 'reaction.set', {
        messageId,
        reaction: this.oneOf(reactions) ?? '',
        on: this.chance() < 0.7,
      });
    if (n % 6 === 0 && mine)
      await this.ask(device, 'message.edit', {
        messageId: mine.id,
        baseVersion: mine.version ?? 1,
        body: `Edit ${n} by ${device.name}.`,
      });
    if (n % 7 === 0 && one.topicId !== undefined)
      await this.ask(device, 'read.move', this.reading(device, one.topicId, one, n));
    if (n % 40 === 0 && mine) await this.ask(device, 'message.remove', { messageId: mine.id });
    if (n % 50 === 0) await this.ask(device, 'message.pin', { messageId, on: this.chance() < 0.6 });
  }

  /** Further on; now and then back, in the next epoch. */
  private reading(device: Device, topicId: string, { seq }: SeenMessage, n: number): Commands['read.move'] {
    const known = device.reading(topicId);
    return n % 3 === 0
      ? { topicId, epoch: known.epoch + 1, seq: Math.max(0, seq - 20) }
      : { topicId, epoch: known.epoch, seq };
  }

  /** Until the hub has answered, one way or the other. */
  private async ask<N extends CommandName>(device: Device, command: N, input: Commands[N]): Promise<void> {
    for (let tries = 20; tries > 0; tries--) {
      try {
        await device.ask(command, input);
        return;
      } catch (error) {
        if (isRefusal(error)) return;
      }
      await pause(againMs * (1 + this.chance()));
      await eventually(() => device.hub.state() === 'online', 10_000);
    }
  }

  private oneOf<T>(all: readonly T[]): T | undefined {
    return all[Math.floor(this.chance() * all.length)];
  }
}

/** How many messages may be written by now; writers wait for more. */
class Budget {
  total = 0;
  private taken = 0;
  private readonly waiting: (() => void)[] = [];

  grant(count: number): void {
    this.total += count;
    while (this.taken < this.total && this.waiting.length > 0) {
      this.taken++;
      this.waiting.shift()?.();
    }
  }

  async take(): Promise<void> {
    if (this.taken >= this.total) return new Promise((resolve) => this.waiting.push(resolve));
    this.taken++;
  }
}

function unsettled({ hub }: Device): number {
  return hub.outbox.list().filter(({ state }) => state !== 'refused').length;
}

/** Resolves when it holds, looking again whenever the device's outbox changes. */
function changed({ hub }: Device, holds: () => boolean): Promise<void> {
  if (holds()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = hub.outbox.subscribe(() => {
      if (!holds()) return;
      stop();
      resolve();
    });
  });
}

/** The same numbers between 0 and 1 at every run (mulberry32). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
