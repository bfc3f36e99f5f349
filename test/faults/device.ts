/**
 * Somebody's phone: the real client over a line of its own, with everything that reaches it and everything it asks
 * kept by the recorder. What arrives can be lost, doubled or held back before the client sees it.
 */
import { Hub } from '@hub/client';
import type { HubEvent } from '@hub/contracts';
import type { SignedIn } from '@hub/testing';
import { isLogged } from '../checker/facts.js';
import type {
  ChannelView,
  CommandName,
  Commands,
  Recorder,
  SeenEvent,
  SeenMarker,
  SeenMessage,
} from '../checker/history.js';
import type { Link } from './link.js';

interface Packet {
  type: number;
  data?: unknown[];
}
/** The two of socket.io's packet types that carry what the hub says. */
const eventPacket = 2;
const answerPacket = 3;

export type FrameFault = 'frame dropped' | 'frame doubled' | 'frames swapped' | 'answer dropped';

/** How long a held frame waits for one to be swapped with, ms. */
const heldMs = 200;

interface Shown {
  messages: Map<string, SeenMessage>;
  log: Logged[];
}

type Logged = NonNullable<ChannelView['events']>[number];

export interface DeviceOptions {
  name: string;
  who: SignedIn;
  link: Link;
  recorder: Recorder;
  ackTimeoutMs?: number;
}

export class Device {
  readonly hub: Hub;
  readonly name: string;
  readonly personId: string;
  private readonly recorder: Recorder;
  private readonly planned: FrameFault[] = [];
  private held: { packet: Packet; pass: (packet: Packet) => void; healed: () => void } | undefined;
  private readonly shown = new Map<string, Shown>();
  private readonly readings = new Map<string, { epoch: number; seq: number }>();

  constructor({ name, who, link, recorder, ackTimeoutMs = 1_500 }: DeviceOptions) {
    this.name = name;
    this.personId = who.personId;
    this.recorder = recorder;
    this.hub = new Hub({ origin: link.origin, headers: { ...who.headers, origin: link.origin }, ackTimeoutMs });
    this.listen();
    this.keepCalls();
    this.hub.onEvents((events) => this.keep('applied', events));
  }

  get as(): { client: string; person: string } {
    return { client: this.name, person: this.personId };
  }

  /** Connects, knowing these channels from their beginning. */
  connect(channelIds: string[]): void {
    for (const channelId of channelIds) {
      this.hub.follow(channelId, 0);
      this.recorder.deliver('loaded', this.as, [{ kind: 'loaded', channelId, seq: 0 }]);
    }
    this.hub.connect();
  }

  /** The next that arrives of the kind it strikes is struck. */
  plan(fault: FrameFault): void {
    this.planned.push(fault);
  }

  get isStruck(): boolean {
    return this.planned.length === 0 && this.held === undefined;
  }

  /** The last event of a channel that was applied. */
  at(channelId: string): number {
    return this.shown.get(channelId)?.log.at(-1)?.seq ?? 0;
  }

  /** The channel as it stands here, in order. */
  messages(channelId: string): SeenMessage[] {
    return [...(this.shown.get(channelId)?.messages.values() ?? [])].sort((a, b) => a.seq - b.seq);
  }

  log(channelId: string): Logged[] {
    return this.shown.get(channelId)?.log ?? [];
  }

  /** How far this device knows a topic to be read. */
  reading(topicId: string): { epoch: number; seq: number } {
    return this.readings.get(topicId) ?? { epoch: 0, seq: 0 };
  }

  get markers(): SeenMarker[] {
    return [...this.readings].map(([topicId, { epoch, seq }]) => ({ person: this.personId, topicId, epoch, seq }));
  }

  /** Asks the hub, over the socket where there is one. */
  async ask<N extends CommandName>(command: N, input: Commands[N]): Promise<unknown> {
    return this.hub.call(command as never, input as never);
  }

  close(): void {
    this.hub.close();
  }

  private keep(how: 'frame' | 'answer' | 'applied', events: (HubEvent | SeenEvent)[]): void {
    const seen = events as SeenEvent[];
    this.recorder.deliver(how, this.as, seen);
    if (how !== 'applied') return;
    for (const event of seen) this.show(event);
  }

  private show(event: SeenEvent): void {
    if (event.kind === 'read.moved' && event.reading) this.readings.set(event.topicId ?? '', event.reading);
    if (!isLogged(event)) return;
    const { channelId, seq, kind, message, topicId, person, personId = person?.id } = event;
    const shown: Shown = this.shown.get(channelId) ?? { messages: new Map(), log: [] };
    this.shown.set(channelId, shown);
    shown.log.push({ seq, kind, subjectId: message?.id ?? personId ?? topicId ?? channelId });
    // What was read from the log brings today's state, which a frame held meanwhile may be older than.
    const known = shown.messages.get(message?.id ?? '')?.changedSeq ?? 0;
    if (message && (message.changedSeq ?? seq) >= known) shown.messages.set(message.id, message);
  }

  /** Below the client and above the line: what is dropped here did reach the device. */
  private listen(): void {
    const socket = this.hub['line']['socket'] as unknown as { onpacket(packet: Packet): void };
    const pass = socket.onpacket.bind(socket);
    socket.onpacket = (packet) => {
      if (packet.type === eventPacket && packet.data?.[0] === 'events') {
        this.keep('frame', packet.data[1] as HubEvent[]);
        this.strike(packet, pass);
      } else if (packet.type === answerPacket) {
        this.keep('answer', eventsIn(packet.data?.[0]));
        if (this.planned[0] === 'answer dropped') this.strikes(this.planned.shift() as FrameFault)();
        else pass(packet);
      } else pass(packet);
    };
  }

  private strike(packet: Packet, pass: (packet: Packet) => void): void {
    if (this.held) {
      pass(packet);
      this.release();
      return;
    }
    const [fault] = this.planned;
    if (fault === undefined || fault === 'answer dropped') {
      pass(packet);
      return;
    }
    this.planned.shift();
    const healed = this.strikes(fault);
    if (fault === 'frames swapped') {
      this.held = { packet, pass, healed };
      setTimeout(() => this.release(), heldMs);
      return;
    }
    if (fault === 'frame doubled') for (let n = 0; n < 2; n++) pass(structuredClone(packet));
    healed();
  }

  private release(): void {
    const { held } = this;
    if (!held) return;
    this.held = undefined;
    held.pass(held.packet);
    held.healed();
  }

  private strikes(fault: FrameFault): () => void {
    return this.recorder.fault(fault, [this.name]);
  }

  /** The client's own calls, those of its outbox too, go through the recorder. */
  private keepCalls(): void {
    const { hub, recorder } = this;
    const call = hub.call as (name: string, input: object) => Promise<unknown>;
    const kept = (name: string, input: object) => {
      if (!isCommand(name)) return call(name, input);
      const command = name as CommandName;
      const intent = 'body' in input && command === 'message.send' ? String(input.body) : undefined;
      const asked = { ...this.as, command, input: input as Commands[CommandName], ...(intent && { intent }) };
      return recorder.attempt(asked, () => call(name, input));
    };
    Object.assign(hub, { call: kept });
  }
}

const commands: ReadonlySet<string> = new Set<CommandName>([
  'message.send',
  'message.edit',
  'message.remove',
  'reaction.set',
  'message.pin',
  'topic.rename',
  'topic.move',
  'topic.resolve',
  'read.move',
]);
const isCommand = (name: string) => commands.has(name);

/** The events in an answer of `sync.resume` or `sync.backfill`. */
function eventsIn(reply: unknown): SeenEvent[] {
  const data = (reply as { data?: { events?: SeenEvent[]; channels?: { events?: SeenEvent[] }[] } } | undefined)?.data;
  const channels = Array.isArray(data?.channels) ? data.channels : [];
  return [...(data?.events ?? []), ...channels.flatMap(({ events }) => events ?? [])];
}
