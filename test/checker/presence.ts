/** Whether everything is where it belongs and nothing is where it does not: lost, phantom, leak, trespass. */
import { isLogged, nameOf, type Facts, type Report } from './facts.js';
import type { SeenEvent, SeenMessage } from './history.js';

/** What was acknowledged is in every final view of everybody who is in the channel. */
export function lost(facts: Facts, report: Report): void {
  const views = facts.history.views.map((view) => ({
    view,
    byChannel: new Map(
      view.channels.map(({ channelId, messages }) => [channelId, new Set(messages.map(({ clientId }) => clientId))]),
    ),
  }));
  for (const writing of facts.writings.values()) {
    if (!writing.acknowledged) continue;
    const { clientId, channelId } = writing;
    report.count('acknowledged messages');
    for (const { view, byChannel } of views) {
      const { person } = view;
      if (person !== undefined && !facts.surelyInAtTheEnd({ person, channelId })) continue;
      report.count('acknowledged messages looked for in views');
      if (!byChannel.get(channelId)?.has(clientId))
        report.violation('lost', `${clientId} (seq ${writing.acknowledged.seq}) is not in ${nameOf(view)}`);
    }
  }
}

/** What is visible was attempted, with that text, and not refused; what was told is stored, at the place it was told with. */
export function phantom(facts: Facts, report: Report): void {
  const judge = (message: SeenMessage, where: string) => {
    report.count('messages seen');
    const writing = facts.writings.get(message.clientId);
    if (!writing) report.violation('phantom', `${message.clientId} in ${where} was never attempted`);
    else if (writing.refused) report.violation('phantom', `${message.clientId} in ${where} was refused`);
    else if (!message.removed && !facts.textsOf(message.id).has(message.body))
      report.violation('phantom', `${message.clientId} in ${where} has a text that was never accepted`);
  };
  for (const view of facts.history.views)
    for (const { messages } of view.channels) for (const message of messages) judge(message, nameOf(view));

  const stored = new Map(
    facts.sql?.channels.map(({ channelId, messages, events }) => [
      channelId,
      {
        ids: new Set(messages.map(({ id }) => id)),
        log: events && new Map(events.map((event) => [event.seq, event])),
        head: events?.at(-1)?.seq ?? 0,
        subjects: new Set(events?.map(({ kind, subjectId }) => `${kind}/${subjectId}`)),
      },
    ]),
  );
  const judged = new Set<string>();
  for (const { event, client } of facts.history.deliveries) {
    const { message } = event;
    if (!message || !isLogged(event)) continue;
    // Most were told to many with the same words: each is judged once.
    const key = `${event.kind}/${event.channelId}/${event.seq}/${message.id}/${message.body}`;
    if (judged.has(key)) continue;
    judged.add(key);
    judge(message, `what ${client} was told`);
    const channel = stored.get(event.channelId);
    if (!channel) continue;
    const what = `${event.kind} of ${message.clientId} at seq ${event.seq}, told to ${client},`;
    if (!channel.ids.has(message.id)) {
      // What was acknowledged under this id is lost, which is told there.
      if (facts.writings.get(message.clientId)?.acknowledged?.id !== message.id)
        report.violation('phantom', `${what} is of a message that is not stored`);
      continue;
    }
    const there = channel.log?.get(event.seq);
    if (there?.subjectId === message.id || channel.log === undefined) continue;
    if (there && channel.subjects.has(`${event.kind}/${message.id}`))
      report.violation('reordered', `${what} is not what the log has there`);
    // A place missing before the head is a hole of the log, which is told there.
    else if (there || event.seq > channel.head) report.violation('phantom', `${what} is not in the log`);
  }
}

/** Nothing reaches a person who was never in the channel, or was removed longer ago than the grace. */
export function leak(facts: Facts, report: Report): void {
  const told = new Set<string>();
  for (const { how, event, client, person, at } of facts.history.deliveries) {
    if (how === 'loaded') continue;
    for (const channelId of concerned(event)) {
      report.count('deliveries judged for leaks');
      if (facts.maybeIn({ person, channelId }, at)) continue;
      const key = `${client}/${channelId}/${event.kind}/${event.seq ?? event.userSeq ?? at}`;
      if (told.has(key)) continue;
      told.add(key);
      report.violation('leak', `${event.kind} (seq ${event.seq}) of ${channelId} reached ${client}`);
    }
  }
  for (const { client, person, channelId, invokedAt, messages } of facts.history.reads) {
    report.count('reads judged for leaks');
    if (messages.length > 0 && !facts.maybeIn({ person, channelId }, invokedAt))
      report.violation('leak', `${client} read ${messages.length} messages of ${channelId}`);
  }
  for (const view of facts.history.views)
    for (const { channelId, messages } of view.channels) {
      const { person, at } = view;
      if (person !== undefined && messages.length > 0 && !facts.maybeIn({ person, channelId }, at))
        report.violation('leak', `${nameOf(view)} still shows ${channelId}`);
    }
}

/** The channels that an event tells of. One's own events say what one lost, too: only a notification quotes. */
function concerned({ userSeq, channelId, notification, heads = [] }: SeenEvent): string[] {
  const named = userSeq === undefined ? channelId : notification?.channelId;
  return [...(named === undefined ? [] : [named]), ...heads.map((head) => head.channelId)];
}

/** Nothing new is accepted from somebody whose removal was committed before it was asked, or before it took its seq. */
export function trespass(facts: Facts, report: Report): void {
  const caught = new Set<string>();
  for (const operation of facts.history.operations) {
    const { answer, person, client, command, invokedAt } = operation;
    const channelId = facts.channelOf(operation);
    if (answer.outcome !== 'acknowledged' || answer.output.duplicate || channelId === undefined) continue;
    report.count('acknowledgements judged for membership');
    if (facts.maybeIn({ person, channelId }, invokedAt, 0)) continue;
    if (operation.command === 'message.send') caught.add(operation.input.clientId);
    report.violation('trespass', `${command} of ${client} in ${channelId} was acknowledged though ${person} was out`);
  }
  for (const { channelId, messages, events = [] } of facts.sql?.channels ?? []) {
    const comings = events.filter(({ kind }) => kind === 'member.joined' || kind === 'member.left');
    if (comings.length === 0) continue;
    for (const { clientId, seq } of messages) {
      const person = facts.writings.get(clientId)?.person;
      const last = comings.findLast((event) => event.subjectId === person && event.seq < seq);
      if (last?.kind === 'member.left' && !caught.has(clientId))
        report.violation('trespass', `${clientId} has seq ${seq} in ${channelId}, its author left at ${last.seq}`);
    }
  }
}
