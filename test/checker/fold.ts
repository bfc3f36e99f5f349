/**
 * Whether the end is what the acknowledged operations make of it: texts, tombstones, reactions, pins, titles (fold),
 * read markers (marker), and one notification for each recipient, kind and key (effect). One whose outcome is unknown
 * may have been carried out at any time since, or not at all; of two that overlap either may be the later.
 */
import { groupBy, nameOf, type Facts, type Report, type Writing } from './facts.js';
import type { AnyOperation, Effect, SeenMarker, SeenMessage, View } from './history.js';

export function fold(facts: Facts, report: Report): void {
  const stored = new Map(
    facts.sql?.channels.flatMap(({ messages }) => messages.map((message) => [message.id, stateOf(message)] as const)),
  );
  for (const view of facts.history.views) {
    const wrong = (what: string) => report.violation('fold', `${what} in ${nameOf(view)}`);
    for (const { messages } of view.channels)
      for (const message of messages) {
        report.count('final states folded');
        const before = report.violations.length;
        tombstone(facts, message, wrong);
        if (!message.removed) {
          text(facts, message, wrong);
          reactions(facts, message, wrong);
          const pins = facts.on(message.id, 'message.pin');
          register(
            `the pin of ${message.clientId}`,
            Boolean(message.pinned),
            pins,
            ({ input }) => input.on,
            false,
            wrong,
          );
        }
        const there = stored.get(message.id);
        if (before === report.violations.length && there !== undefined && there !== stateOf(message))
          wrong(`${message.clientId} is ${stateOf(message)}, stored is ${there},`);
      }
    titles(facts, view, wrong);
  }
  conflicts(facts, report);
}

type Wrong = (what: string) => void;

function tombstone(facts: Facts, { id, clientId, removed, body }: SeenMessage, wrong: Wrong): void {
  const removals = facts.on(id, 'message.remove');
  if (!removed && removals.some(({ answer }) => answer.outcome === 'acknowledged'))
    wrong(`the removed ${clientId} stands`);
  if (!removed) return;
  if (removals.every(({ answer }) => answer.outcome === 'refused')) wrong(`${clientId} is removed by nobody`);
  if (body !== '') wrong(`the removed ${clientId} still has a text`);
}

/** The text of the latest version: the edit that was made on the version before it. */
function text(facts: Facts, { id, clientId, version, body }: SeenMessage, wrong: Wrong): void {
  const writing = facts.writings.get(clientId);
  const edits = facts.on(id, 'message.edit').filter(({ answer }) => answer.outcome !== 'refused');
  if (!writing || edits.length === 0) return;
  const base = Math.max(
    0,
    ...edits.filter(({ answer }) => answer.outcome === 'acknowledged').map(({ input }) => input.baseVersion),
  );
  const fits = (made: number) => made >= base && (version === undefined || version === made + 1);
  const possible =
    edits.some(({ input }) => input.body === body && fits(input.baseVersion)) ||
    (base === 0 && body === writing.body && fits(0));
  if (!possible) wrong(`${clientId} has version ${version} with a text that its edits do not make`);
}

function reactions(facts: Facts, { id, clientId, reactions = [] }: SeenMessage, wrong: Wrong): void {
  const seen = new Set(reactions.flatMap(({ reaction, people }) => people.map((person) => `${person.id} ${reaction}`)));
  const set = groupBy(facts.on(id, 'reaction.set'), ({ person, input }) => `${person} ${input.reaction}`);
  for (const [key, operations] of set)
    register(`the reaction ${key} on ${clientId}`, seen.has(key), operations, ({ input }) => input.on, false, wrong);
  for (const key of seen) if (!set.has(key)) wrong(`the reaction ${key} on ${clientId} was never set`);
}

function titles(facts: Facts, { topics = [] }: View, wrong: Wrong): void {
  const renamed = groupBy(facts.operations('topic.rename'), ({ input }) => input.topicId);
  const resolved = groupBy(facts.operations('topic.resolve'), ({ input }) => input.topicId);
  for (const topic of topics) {
    const renames = renamed.get(topic.id) ?? [];
    if (renames.some(({ answer }) => answer.outcome === 'acknowledged'))
      register(`the title of ${topic.id}`, topic.title, renames, ({ input }) => input.title, undefined, wrong);
    if (topic.resolved !== undefined)
      register(
        `whether ${topic.id} is resolved`,
        topic.resolved,
        resolved.get(topic.id) ?? [],
        ({ input }) => input.resolved,
        false,
        wrong,
      );
  }
}

/** What is set, not added to: the end is what some operation set that may have been the last. */
function register<T, O extends AnyOperation>(
  ...[what, seen, operations, valueOf, initial, wrong]: [string, T, O[], (one: O) => T, T, Wrong]
): void {
  const acknowledged = operations.filter(({ answer }) => answer.outcome === 'acknowledged');
  const last = acknowledged.filter((one) => !acknowledged.some((other) => precedes(one, other)));
  const unknown = operations.filter(({ answer }) => answer.outcome === 'unknown');
  const possible = new Set([...last, ...unknown].map(valueOf));
  if (acknowledged.length === 0) possible.add(initial);
  if (!possible.has(seen)) wrong(`${what} is ${String(seen)}`);
}

/** By the seq that the hub told both with, else by one's answer before the other's question. */
function precedes(one: AnyOperation, other: AnyOperation): boolean {
  const [a, b] = [seqOf(one), seqOf(other)];
  if (a !== undefined && b !== undefined && a !== b) return a < b;
  return (one.answeredAt ?? Infinity) < other.invokedAt;
}

function seqOf({ answer }: AnyOperation): number | undefined {
  return answer.outcome === 'acknowledged' ? (answer.output.changedSeq ?? answer.output.seq) : undefined;
}

/** Two edits of one version, or an edit after a removal, are never both acknowledged. */
function conflicts(facts: Facts, report: Report): void {
  const edits = facts.operations('message.edit').filter(({ answer }) => answer.outcome === 'acknowledged');
  report.count('acknowledged edits', edits.length);
  for (const [key, rivals] of groupBy(edits, ({ input }) => `${input.messageId} version ${input.baseVersion}`))
    if (new Set(rivals.map(({ input }) => input.body)).size > 1)
      report.violation('fold', `two edits of ${key} were acknowledged`);
  for (const edit of edits)
    for (const { answer, answeredAt = Infinity } of facts.on(edit.input.messageId, 'message.remove'))
      if (answer.outcome === 'acknowledged' && answeredAt < edit.invokedAt)
        report.violation('fold', `an edit of ${edit.input.messageId} was acknowledged after its removal`);
}

/** What must be the same in all views. */
function stateOf({ version, body, removed, pinned, reactions = [] }: SeenMessage): string {
  const people = reactions.flatMap((one) => one.people.map(({ id }) => `${one.reaction}:${id}`)).sort();
  return JSON.stringify([version, body, Boolean(removed), Boolean(pinned), people]);
}

export function marker(facts: Facts, report: Report): void {
  const asked = groupBy(facts.operations('read.move'), ({ person, input }) => `${person} in ${input.topicId}`);
  for (const view of facts.history.views) {
    if (!view.markers) continue;
    const seen = new Map(view.markers.map((one) => [`${one.person} in ${one.topicId}`, one]));
    for (const [key, moves] of asked) {
      const { person = '', input } = moves[0] ?? {};
      const channelId = facts.channelOfTopic.get(input?.topicId ?? '');
      if (view.person !== undefined && view.person !== person) continue;
      // Who left is told nothing more of it, and begins anew if they come back.
      if (channelId !== undefined && !facts.surelyInAtTheEnd({ person, channelId })) continue;
      report.count('read markers');
      const made = (outcome: string) =>
        moves.filter(({ answer }) => answer.outcome === outcome).map(({ input }) => input);
      const [least, most] = [furthest(made('acknowledged')), furthest([...made('acknowledged'), ...made('unknown')])];
      const at = seen.get(key);
      const wrong = () =>
        report.violation('marker', `${key} is at ${shown(at)}, moved to ${shown(least)}, in ${nameOf(view)}`);
      if (least && (!at || isBefore(at, least))) wrong();
      else if (at && (!most || isBefore(most, at))) wrong();
    }
  }
  const heard = facts.history.deliveries.filter(({ how, event }) => how === 'applied' && event.kind === 'read.moved');
  for (const [key, deliveries] of groupBy(heard, ({ client, event }) => `${client} in ${event.topicId}`)) {
    let at: Mark = { epoch: 0, seq: 0 };
    for (const { event } of deliveries) {
      const next = event.reading ?? { epoch: 0, seq: 0 };
      report.count('read markers heard');
      if (isBefore(next, at)) report.violation('marker', `${key} heard ${shown(next)} after ${shown(at)}`);
      at = next;
    }
  }
}

type Mark = Pick<SeenMarker, 'epoch' | 'seq'>;

const isBefore = (a: Mark, b: Mark) => a.epoch < b.epoch || (a.epoch === b.epoch && a.seq < b.seq);
const shown = (mark: Mark | undefined) => (mark ? `(${mark.epoch}, ${mark.seq})` : 'nothing');
const furthest = (marks: Mark[]) => marks.reduce<Mark | undefined>((a, b) => (a && !isBefore(a, b) ? a : b), undefined);

const mention = /<@([^>]+)>/g;

export function effect(facts: Facts, report: Report): void {
  const { sql } = facts;
  if (sql?.effects) {
    const made = groupBy(
      sql.effects.filter(({ suppressed }) => !suppressed),
      nameOfEffect,
    );
    for (const [key, effects] of made) {
      report.count('effects', effects.length);
      if (effects.length > 1) report.violation('effect', `${key} was made ${effects.length} times`);
    }
    const decided = new Map(sql.effects.map((one) => [nameOfEffect(one), one]));
    for (const { message, writing, mentions } of mentioning(facts, sql))
      for (const person of mentions) {
        if (!facts.surelyInSince({ person, channelId: writing.channelId }, writing.firstInvokedAt)) continue;
        report.count('mentions that must have told somebody');
        const key = nameOfEffect({ medium: 'hub', kind: 'mention', key: message.id, person });
        const found = decided.get(key);
        if (!found) report.violation('effect', `${key} was never made`);
        else if (found.suppressed === 'read' && !mayHaveRead(facts, person, message))
          report.violation('effect', `${key} was not made as if it had been read`);
      }
    const stored = new Set(sql.channels.flatMap(({ messages }) => messages.map(({ id }) => id)));
    for (const { kind, key, person } of sql.effects)
      if (kind === 'mention' && !stored.has(key))
        report.violation('effect', `${person} was told of ${key}, which is not stored`);
  }
  const heard = facts.history.deliveries.filter(({ how, event }) => how === 'applied' && event.notification);
  for (const [client, deliveries] of groupBy(heard, ({ client }) => client)) {
    const first = new Map<string, string | undefined>();
    for (const { event } of deliveries) {
      const key = `${event.notification?.kind} of ${event.notification?.messageId}`;
      // Two notifications of one cause are two effects. One that others were folded into is told of again and, read late,
      // speaks of the latest each time; the same event twice is the order's concern.
      if (first.has(key) && first.get(key) !== event.notification?.id)
        report.violation('effect', `${client} was told twice: ${key}`);
      first.set(key, event.notification?.id);
    }
  }
}

const nameOfEffect = ({ medium, kind, key, person }: Effect) => `${medium} ${kind} of ${key} to ${person}`;

/** Whether the person said that they had read that far. */
function mayHaveRead(facts: Facts, person: string, { topicId, seq }: SeenMessage): boolean {
  return facts
    .operations('read.move')
    .some(
      ({ person: reader, input, answer }) =>
        reader === person && input.topicId === topicId && input.seq >= seq && answer.outcome !== 'refused',
    );
}

interface Mentioning {
  message: SeenMessage;
  writing: Writing;
  mentions: string[];
}

/** What is stored and still says what it was sent with: an edit or a removal in time takes a mention back. */
function mentioning(facts: Facts, sql: View): Mentioning[] {
  return sql.channels.flatMap(({ messages }) =>
    messages.flatMap((message) => {
      const writing = facts.writings.get(message.clientId);
      if (!writing || facts.on(message.id, 'message.edit').length > 0) return [];
      if (facts.on(message.id, 'message.remove').length > 0) return [];
      const named = new Set([...writing.body.matchAll(mention)].map(([, id]) => id ?? ''));
      named.delete(writing.person);
      return named.size > 0 ? [{ message, writing, mentions: [...named] }] : [];
    }),
  );
}
