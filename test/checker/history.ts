/**
 * What a test saw, in the words the checker judges by: every command and its answer, everything that reached a client,
 * every change of membership, every fault, and the final views. It knows nothing of the hub's code, so it can
 * contradict it. All times are milliseconds of one monotonic clock, that of the test's own process.
 */

export interface Commands {
  'message.send': {
    channelId: string;
    clientId: string;
    topicId?: string;
    topicTitle?: string;
    body: string;
    replyToId?: string;
  };
  'message.edit': { messageId: string; baseVersion: number; body: string };
  'message.remove': { messageId: string };
  'reaction.set': { messageId: string; reaction: string; on: boolean };
  'message.pin': { messageId: string; on: boolean };
  'topic.rename': { topicId: string; title: string };
  /** Kept, but judged by no rule: what is moved takes new places in another channel. */
  'topic.move': { topicId: string; channelId: string };
  'topic.resolve': { topicId: string; resolved: boolean };
  'read.move': { topicId: string; epoch: number; seq: number };
}
export type CommandName = keyof Commands;

/** What the rules read of an acknowledgement; the rest of it is of no concern here. */
export interface Acknowledged {
  id?: string;
  topicId?: string;
  /** Of the message for `message.send`, else of the change where the hub tells it. */
  seq?: number;
  changedSeq?: number;
  duplicate?: boolean;
}

/**
 * `refused` means: not carried out by this try. Without an answer, or with one that does not say, it is `unknown`:
 * carried out once, later, or never.
 */
export type Answer =
  | { outcome: 'acknowledged'; output: Acknowledged }
  | { outcome: 'refused'; code: string }
  | { outcome: 'unknown'; reason: string };

export interface Operation<N extends CommandName = CommandName> {
  command: N;
  input: Commands[N];
  /** The session or device that asked, and whose it is. */
  client: string;
  person: string;
  /** What its writer meant to say once, where a client may send it under several clientIds; else the clientId. */
  intent?: string;
  invokedAt: number;
  answeredAt?: number;
  answer: Answer;
}
export type AnyOperation = { [N in CommandName]: Operation<N> }[CommandName];

export interface SeenReaction {
  reaction: string;
  people: { id: string }[];
}

export interface SeenMessage {
  id: string;
  channelId: string;
  seq: number;
  clientId: string;
  author?: { id: string };
  topicId?: string;
  version?: number;
  changedSeq?: number;
  body: string;
  /** Whatever stands for a tombstone. What is absent, null or false is not so. */
  removed?: unknown;
  pinned?: unknown;
  reactions?: SeenReaction[];
}

/** An event as far as the rules read it: of a channel (`seq`), of a person (`userSeq`), or volatile (neither). */
export interface SeenEvent {
  kind: string;
  channelId?: string;
  seq?: number;
  userSeq?: number;
  message?: SeenMessage;
  person?: { id: string };
  personId?: string;
  notification?: { id: string; kind: string; messageId: string; channelId?: string };
  topicId?: string;
  reading?: { epoch: number; seq: number };
  /** Heads of channels that a digest names. */
  heads?: { channelId: string }[];
}

/**
 * `frame`: on the wire, told by the hub by itself; `answer`: in the answer to a request; `applied`: told by the client
 * to what shows it; `loaded`: what shows it fetched the channel afresh up to `seq` and goes on from there.
 */
export interface Delivery {
  how: 'frame' | 'answer' | 'applied' | 'loaded';
  client: string;
  person: string;
  /** The client's own count of what reached it. */
  order: number;
  at: number;
  event: SeenEvent;
}

/** A page of history that a person was given. */
export interface Read {
  client: string;
  person: string;
  channelId: string;
  invokedAt: number;
  at: number;
  messages: SeenMessage[];
}

/** Committed somewhere between the two times. */
export interface MembershipChange {
  person: string;
  channelId: string;
  change: 'added' | 'removed';
  before: number;
  after: number;
}

export interface Fault {
  name: string;
  at: number;
  /** When it was over; absent while it lasts. */
  healedAt?: number;
  /** Those it struck; absent where it struck all. */
  clients?: string[];
}

export interface SeenMarker {
  person: string;
  topicId: string;
  epoch: number;
  seq: number;
}

export interface Effect {
  medium: string;
  person: string;
  kind: string;
  /** What it is about, e.g. a message's id. */
  key: string;
  /** Why it was decided not to make it. */
  suppressed?: string | null;
}

export interface ChannelView {
  channelId: string;
  /** The channel's head where the view tells it. */
  head?: number;
  messages: SeenMessage[];
  /** The log where the view shows it: for SQL from the first event to the head. */
  events?: { seq: number; kind: string; subjectId: string }[];
}

/** The end, as a client that was there all along, a client that came afresh, or the database shows it. */
export interface View {
  way: 'live' | 'fresh' | 'sql';
  client?: string;
  /** Whose view; absent for the database, which shows everything. */
  person?: string;
  at: number;
  channels: ChannelView[];
  topics?: { id: string; title: string; resolved?: boolean }[];
  markers?: SeenMarker[];
  effects?: Effect[];
}

export interface History {
  operations: AnyOperation[];
  deliveries: Delivery[];
  reads: Read[];
  memberships: MembershipChange[];
  faults: Fault[];
  views: View[];
}

/** Refusals by which the hub says that this try changed nothing. */
const definite: ReadonlySet<string> = new Set([
  'INVALID',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'TOO_LARGE',
]);

export function isRefusal(error: unknown): boolean {
  return definite.has(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

export class Recorder {
  readonly history: History = { operations: [], deliveries: [], reads: [], memberships: [], faults: [], views: [] };
  private readonly orders = new Map<string, number>();

  constructor(readonly now: () => number = () => performance.now()) {}

  /** Carries out a command and keeps what came of it; rejects as `work` does. */
  async attempt<N extends CommandName, T>(
    asked: Pick<Operation<N>, 'command' | 'input' | 'client' | 'person' | 'intent'>,
    work: () => Promise<T>,
  ): Promise<T> {
    const operation: Operation<N> = {
      ...asked,
      invokedAt: this.now(),
      answer: { outcome: 'unknown', reason: 'never answered' },
    };
    this.history.operations.push(operation as unknown as AnyOperation);
    try {
      const output = await work();
      operation.answer = { outcome: 'acknowledged', output: output as Acknowledged };
      return output;
    } catch (error) {
      const code = codeOf(error);
      operation.answer = isRefusal(error) ? { outcome: 'refused', code } : { outcome: 'unknown', reason: code };
      throw error;
    } finally {
      operation.answeredAt = this.now();
    }
  }

  deliver(how: Delivery['how'], { client, person }: { client: string; person: string }, events: SeenEvent[]): void {
    const at = this.now();
    for (const event of events) {
      const order = (this.orders.get(client) ?? 0) + 1;
      this.orders.set(client, order);
      this.history.deliveries.push({ how, client, person, order, at, event });
    }
  }

  /** Reads a page of history and keeps what the person was given. */
  async read<T extends SeenMessage[]>(
    { client, person, channelId }: Pick<Read, 'client' | 'person' | 'channelId'>,
    work: () => Promise<T>,
  ): Promise<T> {
    const invokedAt = this.now();
    const messages = await work();
    this.history.reads.push({ client, person, channelId, invokedAt, at: this.now(), messages });
    return messages;
  }

  /** Changes a membership; without `work` it was so from the start. */
  async membership(
    { person, channelId, change }: Pick<MembershipChange, 'person' | 'channelId' | 'change'>,
    work?: () => Promise<unknown>,
  ): Promise<void> {
    if (!work) {
      this.history.memberships.push({ person, channelId, change, before: -Infinity, after: -Infinity });
      return;
    }
    // Until `work` is done it may be committed at any moment, and after a failure nobody knows.
    const record: MembershipChange = { person, channelId, change, before: this.now(), after: Infinity };
    this.history.memberships.push(record);
    await work();
    record.after = this.now();
  }

  /** A fault begins; call what is returned when it is over. One that only happens once is over at once. */
  fault(name: string, clients?: string[]): () => void {
    const fault: Fault = { name, at: this.now(), ...(clients && { clients }) };
    this.history.faults.push(fault);
    return () => {
      fault.healedAt ??= this.now();
    };
  }

  view(view: Omit<View, 'at'>): void {
    this.history.views.push({ ...view, at: this.now() });
  }
}
