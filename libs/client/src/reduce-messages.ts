/** The messages that are loaded of a topic, and what is pinned, after an event. */
import type { HubEvent, Message } from '@hub/contracts';
import { excerptIn } from './topics.js';

/** One stretch of a topic without holes, in the order of seq, and whether there is more at its ends. */
export interface Stretch {
  messages: readonly Message[];
  hasOlder: boolean;
  hasNewer: boolean;
}

/** As many as `pin.list` answers. */
const mostPins = 50;

/** A topic's messages up to its latest one. The same array when nothing changes. */
export function reduceMessages(messages: readonly Message[], topicId: string, event: HubEvent): readonly Message[] {
  if (goesAway(messages, topicId, event)) return [];
  if (event.kind === 'message.sent' && event.message.topicId === topicId) {
    // The topic moved here: all of it is told anew.
    if (messages[0]?.channelId !== event.channelId) return [event.message];
    if (event.seq > (messages.at(-1)?.seq ?? 0)) return [...messages, event.message];
  }
  return reduceKnown(messages, event);
}

/**
 * A stretch that ends before the latest message has a hole before any news, so it takes none. Undefined when it is to
 * be loaded afresh.
 */
export function reduceStretch<S extends Stretch>(stretch: S, topicId: string, event: HubEvent): S | undefined {
  const known = stretch.messages;
  if (event.kind === 'person.erased') return known[0]?.channelId === event.channelId ? undefined : stretch;
  if (goesAway(known, topicId, event)) return undefined;
  const isNews = event.kind === 'message.sent' && event.message.topicId === topicId;
  if (isNews && known.length > 0 && event.channelId !== known[0]?.channelId) return undefined;
  const messages = isNews && stretch.hasNewer ? reduceKnown(known, event) : reduceMessages(known, topicId, event);
  return messages === known ? stretch : { ...stretch, messages };
}

/** What is pinned in a channel, latest first. Undefined when it is to be loaded afresh. */
export function reducePins(
  pins: readonly Message[],
  channelId: string,
  event: HubEvent,
): readonly Message[] | undefined {
  if (!('channelId' in event) || event.channelId !== channelId) return pins;
  if (event.kind === 'channel.lost' || event.kind === 'person.erased') return undefined;
  const known = reduceKnown(pins, event);
  if (event.kind === 'topic.changed' && !event.topic) return without(known, (pin) => pin.topicId === event.topicId);
  if (!('message' in event)) return known;
  const { message } = event;
  if (!message.pinned) return without(known, (pin) => pin.id === message.id);
  // Pinned before its topic moved here: its place is somewhere among the others.
  if (event.kind === 'message.sent' && message.changedSeq <= event.seq) return undefined;
  if (event.kind !== 'message.pinned') return known;
  return [message, ...known.filter((pin) => pin.id !== message.id)].slice(0, mostPins);
}

/** Who leaves a full list may leave a place to one that is not loaded. */
function without(pins: readonly Message[], goes: (pin: Message) => boolean): readonly Message[] | undefined {
  const left = pins.filter((pin) => !goes(pin));
  if (left.length === pins.length) return pins;
  return pins.length < mostPins ? left : undefined;
}

/** Whether the event takes all of these messages from their reader, or to another channel. */
function goesAway([first]: readonly Message[], topicId: string, event: HubEvent): boolean {
  if (event.kind === 'topic.changed' && (event.topic || event.topicId !== topicId)) return false;
  return (event.kind === 'topic.changed' || event.kind === 'channel.lost') && event.channelId === first?.channelId;
}

/** Messages as they are after the event, and their quotes of it. */
function reduceKnown(messages: readonly Message[], event: HubEvent): readonly Message[] {
  if (event.kind === 'topic.changed' && !event.topic)
    // Only what is in the same channel is quoted.
    return changed(messages, (one) =>
      one.channelId === event.channelId && one.replyTo?.topicId === event.topicId ? unquoting(one) : one,
    );
  if (!('message' in event)) return messages;
  const { message } = event;
  return changed(messages, (one) => {
    if (one.channelId !== message.channelId) return one;
    if (one.id === message.id) return message.changedSeq >= one.changedSeq ? message : one;
    return one.replyTo?.id === message.id ? { ...one, replyTo: { ...one.replyTo, excerpt: excerptIn(message) } } : one;
  });
}

function unquoting(message: Message): Message {
  const { replyTo: _, ...rest } = message;
  return rest;
}

/** The same array when nothing changes. */
function changed(messages: readonly Message[], change: (message: Message) => Message): readonly Message[] {
  let next: Message[] | undefined;
  for (const [n, message] of messages.entries()) {
    const now = change(message);
    if (now !== message) (next ??= [...messages])[n] = now;
  }
  return next ?? messages;
}
