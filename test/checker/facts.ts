/** The history put in order once, for all rules: what was attempted for each message, and who was in a channel when. */
import type {
  AnyOperation,
  CommandName,
  History,
  MembershipChange,
  Operation,
  SeenEvent,
  SeenMessage,
  View,
} from './history.js';

export const rules = [
  'lost',
  'phantom',
  'duplicate',
  'reordered',
  'hole',
  'leak',
  'trespass',
  'fold',
  'marker',
  'effect',
  'convergence',
] as const;
export type Rule = (typeof rules)[number];

export interface Bounds {
  /** How long after a removal something may still arrive, or a removed person's role may still be believed, ms. */
  graceMs: number;
  convergedP95Ms: number;
  convergedMaxMs: number;
}

export class Report {
  readonly counts: Record<string, number> = {};
  readonly violations: { rule: Rule; detail: string }[] = [];

  count(what: string, n = 1): void {
    this.counts[what] = (this.counts[what] ?? 0) + n;
  }

  violation(rule: Rule, detail: string): void {
    this.violations.push({ rule, detail });
  }
}

/** One message as its writer meant it, over all tries. */
export interface Writing {
  clientId: string;
  intent: string;
  channelId: string;
  person: string;
  body: string;
  firstInvokedAt: number;
  tries: Operation<'message.send'>[];
  /** The first try that was acknowledged. */
  acknowledged?: Acknowledgement;
  refused: boolean;
}

export interface Acknowledgement {
  id: string;
  seq: number;
  at: number;
}

export class Facts {
  /** By clientId. */
  readonly writings = new Map<string, Writing>();
  /** The clientId and channel of each message id that anybody was shown. */
  readonly known = new Map<string, { clientId: string; channelId: string }>();
  /** The channel of each topic that anybody was shown a message of. */
  readonly channelOfTopic = new Map<string, string>();
  readonly sql: View | undefined;
  private readonly changes: Map<string, MembershipChange[]>;
  private readonly byMessage: Map<string, AnyOperation[]>;

  constructor(
    readonly history: History,
    readonly bounds: Bounds,
  ) {
    this.sql = history.views.findLast(({ way }) => way === 'sql');
    this.changes = groupBy(history.memberships, ({ person, channelId }) => `${person}/${channelId}`);
    for (const send of this.operations('message.send')) this.addTry(send);
    for (const { event } of history.deliveries) if (event.message) this.know(event.message);
    for (const view of history.views)
      for (const { messages } of view.channels) messages.forEach((one) => this.know(one));
    this.byMessage = groupBy(
      history.operations.filter(({ input }) => 'messageId' in input),
      ({ input }) => ('messageId' in input ? input.messageId : ''),
    );
  }

  operations<N extends CommandName>(name: N): Operation<N>[] {
    return this.history.operations.filter(({ command }) => command === name) as unknown as Operation<N>[];
  }

  on<N extends 'message.edit' | 'message.remove' | 'reaction.set' | 'message.pin'>(
    messageId: string,
    name: N,
  ): Operation<N>[] {
    const all = this.byMessage.get(messageId) ?? [];
    return all.filter(({ command }) => command === name) as unknown as Operation<N>[];
  }

  channelOf(operation: AnyOperation): string | undefined {
    const { input } = operation;
    if ('messageId' in input) return this.known.get(input.messageId)?.channelId;
    return operation.command === 'message.send' ? operation.input.channelId : undefined;
  }

  /** False only where nobody could say otherwise: the person was never in, or was out for longer than the grace. */
  maybeIn({ person, channelId }: Place, at: number, graceMs: number = this.bounds.graceMs): boolean {
    let maybe = false;
    for (const { change, before, after } of this.changes.get(`${person}/${channelId}`) ?? []) {
      if (change === 'added' && before <= at) maybe = true;
      if (change === 'removed' && after + graceMs < at) maybe = false;
    }
    return maybe;
  }

  /** True where the person was in for certain from `at` until the end. */
  surelyInSince({ person, channelId }: Place, at: number): boolean {
    const last = this.changes.get(`${person}/${channelId}`)?.at(-1);
    return last?.change === 'added' && last.after <= at;
  }

  surelyInAtTheEnd(place: Place): boolean {
    return this.surelyInSince(place, Number.MAX_VALUE);
  }

  /** The bodies that a message may have been seen with. */
  textsOf(messageId: string): Set<string> {
    const writing = this.writings.get(this.known.get(messageId)?.clientId ?? '');
    const edits = this.on(messageId, 'message.edit').filter(({ answer }) => answer.outcome !== 'refused');
    return new Set([...(writing ? [writing.body] : []), ...edits.map(({ input }) => input.body)]);
  }

  private addTry(send: Operation<'message.send'>): void {
    const { clientId, channelId, body } = send.input;
    const writing = this.writings.get(clientId) ?? {
      clientId,
      intent: send.intent ?? clientId,
      channelId,
      person: send.person,
      body,
      firstInvokedAt: send.invokedAt,
      tries: [],
      refused: true,
    };
    this.writings.set(clientId, writing);
    writing.tries.push(send);
    writing.firstInvokedAt = Math.min(writing.firstInvokedAt, send.invokedAt);
    const { answer, answeredAt = Infinity } = send;
    if (answer.outcome !== 'refused') writing.refused = false;
    if (answer.outcome !== 'acknowledged') return;
    const { id = '', seq = 0 } = answer.output;
    this.known.set(id, { clientId, channelId });
    if (!writing.acknowledged || answeredAt < writing.acknowledged.at)
      writing.acknowledged = { id, seq, at: answeredAt };
  }

  private know({ id, clientId, channelId, topicId }: SeenMessage): void {
    if (topicId !== undefined) this.channelOfTopic.set(topicId, channelId);
    if (!this.known.has(id)) this.known.set(id, { clientId, channelId });
  }
}

export interface Place {
  person: string;
  channelId: string;
}

export type LoggedEvent = SeenEvent & { channelId: string; seq: number };

/** Whether it is of a channel's log and takes its place in the channel's order. */
export function isLogged(event: SeenEvent): event is LoggedEvent {
  return event.channelId !== undefined && event.seq !== undefined && event.userSeq === undefined;
}

export function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

export function nameOf({ way, person, client }: View): string {
  return way === 'sql' ? 'the database' : `the ${way} view of ${client ?? person}`;
}
