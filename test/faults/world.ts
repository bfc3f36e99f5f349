/** A network with people, channels and devices on a hub of several nodes, and the ways to look at how it ended. */
import { caller } from '@hub/client';
import type { Database } from '@hub/database';
import { randomUUID } from 'node:crypto';
import { channel, membership, network, person, signIn, type SignedIn } from '@hub/testing';
import { setTimeout as pause } from 'node:timers/promises';
import { isRefusal, Recorder, type ChannelView, type SeenMessage, type View } from '../checker/history.js';
import { Device, type DeviceOptions } from './device.js';
import { Link } from './link.js';

/** Longer than anybody may take to converge, ms. */
const longPatienceMs = 35_000;

/** A node of the hub, by the port it listens on while it does. */
export interface Reachable {
  readonly port: number | undefined;
}

export class World {
  readonly recorder = new Recorder();
  readonly devices: Device[] = [];
  private readonly links = new Map<Device, Link>();
  private readonly members = new Map<string, string[]>();
  private readonly people: SignedIn[] = [];

  private constructor(
    readonly database: Database,
    private readonly networkId: string,
    private readonly nodes: readonly Reachable[],
    private readonly coordinator: SignedIn,
  ) {}

  /** On a hub that runs, whose nodes come and go. */
  static async on(database: Database, nodes: readonly Reachable[]): Promise<World> {
    const networkId = await network(database, `network-${randomUUID()}`);
    const personId = await person(database, 'Sigrid Holm');
    await membership(database, personId, 'project_coordinator', { networkId });
    return new World(database, networkId, nodes, await signIn(database, personId, ''));
  }

  async close(): Promise<void> {
    for (const device of this.devices) device.close();
    await Promise.all([...this.links.values()].map((link) => link.close()));
  }

  async person(name: string): Promise<SignedIn> {
    const personId = await person(this.database, name);
    await membership(this.database, personId, 'expert', { networkId: this.networkId });
    const who = await signIn(this.database, personId, '');
    this.people.push(who);
    return who;
  }

  async channel(members: SignedIn[]): Promise<string> {
    const { networkId } = this;
    const ids = [this.coordinator, ...members].map(({ personId }) => personId);
    const channelId = await channel(this.database, { networkId, members: ids });
    this.members.set(channelId, ids);
    for (const person of ids) await this.recorder.membership({ person, channelId, change: 'added' });
    return channelId;
  }

  /** A device that prefers one node and, like behind a balancer, goes to another while that one is away. */
  async device(
    name: string,
    who: SignedIn,
    preferred: number,
    options: Pick<DeviceOptions, 'ackTimeoutMs'> = {},
  ): Promise<Device> {
    const link = new Link(() => this.nodes[preferred]?.port ?? this.nodes.find(({ port }) => port !== undefined)?.port);
    await link.open();
    const device = new Device({ name, who, link, recorder: this.recorder, ...options });
    this.devices.push(device);
    this.links.set(device, link);
    device.connect(this.channelsOf(who.personId));
    return device;
  }

  linkOf(device: Device): Link {
    return this.links.get(device) as Link;
  }

  channelsOf(personId: string): string[] {
    return [...this.members].flatMap(([channelId, members]) => (members.includes(personId) ? [channelId] : []));
  }

  /** Takes somebody out by the coordinator's hand, over whichever node is there. */
  async remove(who: SignedIn, channelId: string): Promise<void> {
    const change = { person: who.personId, channelId, change: 'removed' } as const;
    await this.recorder.membership(change, async () => {
      for (let tries = 200; ; tries--)
        try {
          const port = this.nodes.find((node) => node.port !== undefined)?.port;
          const origin = `http://127.0.0.1:${port}`;
          const call = caller({ origin, headers: { ...this.coordinator.headers, origin } });
          await call('member.remove', { channelId, personId: who.personId });
          return;
        } catch (error) {
          if (tries === 0 || isRefusal(error)) throw error;
          await pause(50);
        }
    });
    const left = this.members.get(channelId)?.filter((id) => id !== who.personId);
    this.members.set(channelId, left ?? []);
  }

  /** SQL of the test itself, over restarts of Postgres. */
  async sql<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    for (let tries = 200; ; tries--)
      try {
        return await this.database.query<Row>(text, values);
      } catch (error) {
        if (tries === 0) throw error;
        await pause(50);
      }
  }

  /** Waits until every device has come to the end of its channels; whoever does not is told by the checker. */
  async converged(patienceMs = longPatienceMs): Promise<void> {
    const heads = await this.heads();
    await eventually(() => this.devices.every((device) => this.isAtTheEnd(device, heads)), patienceMs);
  }

  private isAtTheEnd(device: Device, heads: { id: string; head: number }[]): boolean {
    const own = this.channelsOf(device.personId);
    return heads.every(({ id, head }) => !own.includes(id) || device.at(id) >= head);
  }

  /** The three views of the end: the devices as they are, a fresh client for some of the people, the database. */
  async look({ afresh = this.people.length, patienceMs = longPatienceMs } = {}): Promise<void> {
    for (const device of this.devices) {
      const own = this.channelsOf(device.personId);
      const channels = own.map((channelId) => ({ channelId, messages: device.messages(channelId) }));
      this.recorder.view({ way: 'live', ...device.as, channels, markers: device.markers });
    }
    await Promise.all(this.people.slice(0, afresh).map((who) => this.lookAfresh(who, patienceMs)));
    this.recorder.view(await this.stored());
  }

  /** A client that has never been here fetches everything there is: the log from its beginning, and every page. */
  private async lookAfresh(who: SignedIn, patienceMs: number): Promise<void> {
    const device = await this.device(`fresh client of ${who.personId}`, who, 0);
    this.devices.splice(this.devices.indexOf(device), 1);
    const heads = await this.heads();
    await eventually(() => this.isAtTheEnd(device, heads), patienceMs);
    const channels = this.channelsOf(who.personId).map(async (channelId) => {
      const { topics } = await device.hub.call('channel.read', { channelId });
      const read = async (): Promise<SeenMessage[]> =>
        (await Promise.all(topics.map(({ id }) => pages(device, id)))).flat().sort((a, b) => a.seq - b.seq);
      const messages = await this.recorder.read({ ...device.as, channelId }, read);
      return { channelId, messages, events: device.log(channelId) };
    });
    this.recorder.view({ way: 'fresh', person: who.personId, channels: await Promise.all(channels) });
    device.close();
  }

  private async stored(): Promise<Omit<View, 'at'>> {
    const channels = (await this.heads()).map(async ({ id, head }): Promise<ChannelView> => ({
      channelId: id,
      head,
      messages: await this.sql<SeenMessage>(storedMessages, [id]),
      events: await this.sql(storedEvents, [id]),
    }));
    const people = [this.people.map(({ personId }) => personId)];
    return {
      way: 'sql',
      channels: await Promise.all(channels),
      markers: await this.sql(storedMarkers, people),
      effects: await this.sql(storedEffects, people),
    };
  }

  private heads(): Promise<{ id: string; head: number }[]> {
    return this.sql('select id, last_seq as head from channels where id = any($1)', [[...this.members.keys()]]);
  }
}

async function pages({ hub }: Device, topicId: string): Promise<SeenMessage[]> {
  const messages: SeenMessage[] = [];
  for (let more = true; more;) {
    const page = await hub.call('message.list', { topicId, after: messages.at(-1)?.seq ?? 0 });
    messages.push(...page.messages);
    more = page.hasNewer;
  }
  return messages;
}

const storedMessages = `
  select id, channel_id as "channelId", seq, changed_seq as "changedSeq", client_id as "clientId",
    topic_id as "topicId", version, body, removed_at as removed, pinned_at as pinned,
    (select coalesce(json_agg(json_build_object('reaction', reaction, 'people', people)), '[]') from (
      select reaction, json_agg(json_build_object('id', person_id)) as people
      from reactions where message_id = m.id group by reaction) r) as reactions
  from messages m where channel_id = $1 order by seq`;

const storedEvents =
  'select seq, kind, subject_id as "subjectId" from channel_events where channel_id = $1 order by seq';

const storedMarkers =
  'select person_id as person, topic_id as "topicId", epoch, seq from read_markers where person_id = any($1)';

/** What was told, and what was decided not to be. */
const storedEffects = `
  select 'hub' as medium, person_id as person, kind, message_id as key, null as suppressed
  from notifications where person_id = any($1)
  union all
  select medium, person_id, kind, subject_id, reason from deliveries where person_id = any($1) and state = 'suppressed'`;

/** Looks again until it holds or patience ends; says whether it held. */
export async function eventually(holds: () => boolean | Promise<boolean>, patienceMs: number): Promise<boolean> {
  for (const end = performance.now() + patienceMs; !(await holds()); await pause(10))
    if (performance.now() > end) return false;
  return true;
}
