/** Whether everything is there once and in the one order: duplicate, reordered, hole. */
import { groupBy, isLogged, nameOf, type Facts, type LoggedEvent, type Report } from './facts.js';
import type { ChannelView } from './history.js';

/** Every clientId, every intent and every (channel, seq) once in a view. */
export function duplicate(facts: Facts, report: Report): void {
  for (const view of facts.history.views)
    for (const { channelId, messages, events = [] } of view.channels) {
      report.count('places in views', messages.length + events.length);
      const once = (what: string, keys: (string | number)[]) => {
        for (const key of repeated(keys)) report.violation('duplicate', `${what} ${key} twice in ${nameOf(view)}`);
      };
      const clientIds = messages.map(({ clientId }) => clientId);
      once('clientId', clientIds);
      once(
        'the writing',
        [...new Set(clientIds)].flatMap((clientId) => {
          const writing = facts.writings.get(clientId);
          return writing && writing.intent !== clientId ? [writing.intent] : [];
        }),
      );
      once(
        `the message at ${channelId}`,
        messages.map(({ seq }) => seq),
      );
      once(
        `the event at ${channelId}`,
        events.map(({ seq }) => seq),
      );
    }
  for (const { clientId, tries, acknowledged } of facts.writings.values())
    for (const { answer } of tries)
      if (answer.outcome === 'acknowledged' && answer.output.seq !== acknowledged?.seq)
        report.violation(
          'duplicate',
          `${clientId} was acknowledged with seq ${acknowledged?.seq} and ${answer.output.seq}`,
        );
}

/** An acknowledgement before another's first try means a smaller seq, whoever sent them and wherever. */
export function realTime(facts: Facts, report: Report): void {
  const acknowledged = [...facts.writings.values()].flatMap(({ acknowledged, ...writing }) =>
    acknowledged ? [{ ...writing, seq: acknowledged.seq, at: acknowledged.at }] : [],
  );
  for (const [channelId, writings] of groupBy(acknowledged, ({ channelId }) => channelId)) {
    const byAnswer = writings.toSorted((a, b) => a.at - b.at);
    let answered = 0;
    let highest = { seq: 0, clientId: '' };
    for (const { firstInvokedAt, seq, clientId } of writings.toSorted((a, b) => a.firstInvokedAt - b.firstInvokedAt)) {
      for (let next = byAnswer[answered]; next && next.at < firstInvokedAt; next = byAnswer[++answered])
        if (next.seq > highest.seq) highest = next;
      report.count('messages judged against what was acknowledged before');
      if (highest.seq > seq)
        report.violation(
          'reordered',
          `${clientId} has seq ${seq} in ${channelId}, ${highest.clientId} was acknowledged before it with ${highest.seq}`,
        );
    }
  }
}

/** All views show the same at the same place, in the order of seq, and a log has no holes. */
export function views(facts: Facts, report: Report): void {
  const truth = new Map(facts.sql?.channels.map((channel) => [channel.channelId, placesOf(channel)]));
  for (const view of facts.history.views)
    for (const channel of view.channels) {
      const { channelId, messages, events, head } = channel;
      const name = `${channelId} in ${nameOf(view)}`;
      for (const [before, after] of pairs(messages))
        if (after.seq < before.seq)
          report.violation('reordered', `seq ${after.seq} stands after ${before.seq} of ${name}`);
      for (const [seq, what] of placesOf(channel)) {
        const there = truth.get(channelId)?.get(seq);
        report.count('places compared with the database');
        if (there !== undefined && there !== what)
          report.violation('reordered', `seq ${seq} of ${name} is ${what}, stored is ${there}`);
      }
      if (!events) continue;
      for (const [before, after] of pairs(events))
        if (after.seq > before.seq + 1)
          report.violation('hole', `after seq ${before.seq} comes ${after.seq} in ${name}`);
        else if (after.seq < before.seq)
          report.violation('reordered', `after seq ${before.seq} comes ${after.seq} in ${name}`);
      if (view.way !== 'sql') continue;
      const [first, last] = [events[0]?.seq ?? 1, events.at(-1)?.seq ?? 0];
      if (first !== 1) report.violation('hole', `the log begins at ${first} in ${name}`);
      if (head !== undefined && head !== last)
        report.violation('hole', `the log ends at ${last}, the head is ${head} in ${name}`);
    }
}

/** A client applies the next event of a channel, once; own events once and forward. */
export function applied(facts: Facts, report: Report): void {
  const told = facts.history.deliveries.filter(({ how }) => how === 'applied' || how === 'loaded');
  for (const [client, deliveries] of groupBy(told, (one) => one.client)) {
    const channels = new Map<string, Reader>();
    let userSeq = 0;
    for (const { how, event } of deliveries.toSorted((a, b) => a.order - b.order)) {
      if (event.userSeq !== undefined && how === 'applied') {
        report.count('own events applied');
        // Of a channel that it is not in any more when it is back, a client tells itself, where it stands.
        if (event.userSeq === userSeq && event.kind !== 'channel.lost')
          report.violation('duplicate', `${client} applied its own event ${userSeq} twice`);
        if (event.userSeq < userSeq)
          report.violation('reordered', `${client} applied its own event ${event.userSeq} after ${userSeq}`);
        userSeq = Math.max(userSeq, event.userSeq);
      }
      if (!isLogged(event)) continue;
      const reader = channels.get(event.channelId) ?? { seen: new Set(), at: undefined };
      channels.set(event.channelId, reader);
      if (how === 'loaded') reader.at = event.seq;
      else follow(reader, client, event, report);
    }
  }
}

interface Reader {
  at: number | undefined;
  seen: Set<number>;
}

function follow(reader: Reader, client: string, { channelId, seq }: LoggedEvent, report: Report): void {
  report.count('events applied');
  const { at, seen } = reader;
  const where = `${client} in ${channelId}`;
  if (seen.has(seq)) report.violation('duplicate', `seq ${seq} was applied twice by ${where}`);
  else if (at !== undefined && seq <= at)
    report.violation('reordered', `seq ${seq} was applied after ${at} by ${where}`);
  else if (at !== undefined && seq > at + 1) report.violation('hole', `seq ${seq} was applied after ${at} by ${where}`);
  seen.add(seq);
  reader.at = Math.max(seq, at ?? 0);
}

function placesOf({ messages, events }: ChannelView): Map<number, string> {
  const places = new Map(messages.map(({ seq, id }) => [seq, `message.sent/${id}`]));
  for (const { seq, kind, subjectId } of events ?? []) places.set(seq, `${kind}/${subjectId}`);
  return places;
}

function repeated<T>(keys: T[]): T[] {
  const seen = new Set<T>();
  return keys.filter((key) => seen.has(key) || !seen.add(key));
}

function pairs<T>(all: T[]): [T, T][] {
  return all.slice(1).map((one, index) => [all[index] as T, one]);
}
