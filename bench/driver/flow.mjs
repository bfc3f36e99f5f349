/**
 * Messages on their way through a target: sends them, watches every member receive them, and at the end knows whether
 * anything was lost. Where the target promises one dense order, a member counts a message only in its turn and asks for
 * what it was not told, as every client of the hub does.
 */
import { v7 as uuidv7 } from 'uuid';
import { groupsOf } from './frames.mjs';
import { channelId, channelsOf, membersOf, topicId } from '../world.mjs';

const bodyLength = 200;
/** A cursor that no channel has reached is answered with where the channel stands. */
const beyond = Number.MAX_SAFE_INTEGER;
/** How long a client waits for what is missing before it asks. */
const gapPatienceMs = 300;

export class Flow {
  /** Told when a message is acknowledged and when every member has it. */
  onAcknowledged = () => undefined;
  onDelivered = () => undefined;
  acknowledged = 0;
  deliveries = 0;
  /** In milliseconds, of the messages sent since the last `forget`. */
  acknowledgedAfter = [];
  deliveredAfter = [];
  breaches = [];
  /** How often a member had to ask for what it was not told. */
  gaps = 0;
  #messages = new Map();
  #heads = new Map();
  #asking = new Set();
  #undelivered = 0;
  #unacknowledged = 0;
  #quiet;
  #since = 0;

  /** `ordered` where the target promises one dense order to everybody. */
  constructor({ world, clients, ordered }) {
    this.world = world;
    this.ordered = ordered;
    for (const client of clients) {
      this.#heads.set(client, new Map());
      client.onMessages = (client, group) => this.#hear(client, group);
      client.onClose = () => this.breaches.push(`the target closed the connection of person ${client.person}`);
    }
    this.present = new Set(clients.map(({ person }) => person));
  }

  /** Where each member stands before the first message, as a client of the hub asks when it has connected. */
  async begin() {
    if (!this.ordered) return;
    const asked = [...this.#heads].map(async ([client, heads]) => {
      const channels = channelsOf(this.world, client.person).map((channel) => ({
        channelId: channelId(channel),
        seq: beyond,
      }));
      const answer = await client.ask('sync.resume', { userSeq: null, channels });
      for (const { channelId, head } of answer.channels) heads.set(channelId, head);
    });
    await Promise.all(asked);
  }

  send(client, channel) {
    const clientId = uuidv7();
    const message = {
      channel,
      sender: client,
      sentAt: performance.now(),
      left: membersOf(this.world, channel).filter((person) => this.present.has(person)).length,
    };
    this.#messages.set(clientId, message);
    this.#undelivered++;
    this.#unacknowledged++;
    const body = `Message ${clientId} `.padEnd(bodyLength, 'la ');
    const input = { channelId: channelId(channel), clientId, topicId: topicId(channel), body };
    client.tell('message.send', input, (answer) => this.#acknowledge(message, answer));
    return message;
  }

  /** Starts measuring: what was sent before does not count for latencies. */
  forget() {
    this.#since = performance.now();
    this.acknowledgedAfter = [];
    this.deliveredAfter = [];
  }

  /** Resolves when nothing is on its way any more; what is still missing after a while is a breach. */
  async settled(patienceMs = 30_000) {
    await new Promise((resolve) => {
      const late = setTimeout(() => {
        const lost = [...this.#messages.values()].find(({ left }) => left > 0);
        const where = lost ? `, the first in channel ${lost.channel} with ${lost.left} members left` : '';
        this.breaches.push(
          `${this.#undelivered} undelivered, ${this.#unacknowledged} unacknowledged at the end${where}`,
        );
        resolve();
      }, patienceMs);
      this.#quiet = () => {
        if (this.#undelivered > 0 || this.#unacknowledged > 0) return;
        clearTimeout(late);
        resolve();
      };
      this.#quiet();
    });
  }

  #acknowledge(message, answer) {
    this.#unacknowledged--;
    if (!answer.ok) {
      this.breaches.push(`refused: ${JSON.stringify(answer.error)}`);
      return;
    }
    this.acknowledged++;
    if (message.sentAt >= this.#since) this.acknowledgedAfter.push(performance.now() - message.sentAt);
    this.onAcknowledged(message);
    this.#quiet?.();
  }

  #hear(client, group) {
    if (this.ordered && !this.#inTurn(client, group)) return;
    // Looked up once for all members: they share the group.
    group.known ??= group.messages.map(({ clientId }) => this.#messages.get(clientId));
    this.deliveries += group.known.length;
    for (const message of group.known) {
      if (message === undefined) continue;
      message.left--;
      if (message.left === 0) this.#deliver(message);
      else if (message.left < 0) this.breaches.push(`person ${client.person} was told what is not theirs, or twice`);
    }
  }

  #deliver(message) {
    this.#undelivered--;
    if (message.sentAt >= this.#since) this.deliveredAfter.push(performance.now() - message.sentAt);
    this.onDelivered(message);
    this.#quiet?.();
  }

  /** Whether the group follows what the member has; what it skips is asked for, together with the group itself. */
  #inTurn(client, { channelId, first, last, dense }) {
    const heads = this.#heads.get(client);
    const head = heads.get(channelId);
    if (dense && first === head + 1) {
      heads.set(channelId, last);
      return true;
    }
    if (last > head) this.#askLater(client, channelId);
    return false;
  }

  #askLater(client, channelId) {
    const key = `${client.person}/${channelId}`;
    if (this.#asking.has(key)) return;
    this.#asking.add(key);
    this.gaps++;
    setTimeout(async () => {
      const after = this.#heads.get(client).get(channelId);
      const { events } = await client.ask('sync.backfill', { channelId, after });
      this.#asking.delete(key);
      for (const group of groupsOf(events)) this.#hear(client, group);
    }, gapPatienceMs);
  }
}
