/** The part of a topic's conversation that is loaded: one stretch without holes, and whether there is more at its ends. */
import { reduceMessages } from '@hub/client';
import type { HubEvent, Message, MessagePage } from '@hub/contracts';

export interface MessageWindow {
  /** In the order of seq. */
  messages: readonly Message[];
  hasOlder: boolean;
  hasNewer: boolean;
  /** The seqs at which a loaded page began; what is shown above them never changes how they look. */
  pageStarts: readonly number[];
  /** Changes when the stretch was replaced by another. */
  opening: number;
}

export function openWindow(page: MessagePage, opening: number): MessageWindow {
  const first = page.messages[0];
  return { ...page, pageStarts: first ? [first.seq] : [], opening };
}

export function withOlder(window: MessageWindow, page: MessagePage): MessageWindow {
  const first = window.messages[0]?.seq ?? Infinity;
  const older = page.messages.filter((message) => message.seq < first);
  return {
    ...window,
    messages: [...older, ...window.messages],
    hasOlder: page.hasOlder,
    pageStarts: older[0] ? [older[0].seq, ...window.pageStarts] : window.pageStarts,
  };
}

export function withNewer(window: MessageWindow, page: MessagePage): MessageWindow {
  const last = window.messages.at(-1)?.seq ?? 0;
  return {
    ...window,
    messages: [...window.messages, ...page.messages.filter((message) => message.seq > last)],
    hasNewer: page.hasNewer,
  };
}

/**
 * What happened to the messages that are loaded. A window that ends before the latest message has a hole before any news,
 * so it takes none; nor does any what it already spans.
 */
export function foldWindow(window: MessageWindow, topicId: string, events: readonly HubEvent[]): MessageWindow {
  const last = window.messages.at(-1)?.seq ?? 0;
  const told = events.filter((event) => event.kind !== 'message.sent' || (!window.hasNewer && event.seq > last));
  return withMessages(
    window,
    told.reduce((sofar, event) => reduceMessages(sofar, topicId, event), window.messages),
  );
}

export function withChanged(
  window: MessageWindow,
  messageId: string,
  change: (one: Message) => Message,
): MessageWindow {
  if (!window.messages.some(({ id }) => id === messageId)) return window;
  return withMessages(
    window,
    window.messages.map((one) => (one.id === messageId ? change(one) : one)),
  );
}

/** The first message of others after what was read; nothing where what was read last is not loaded either. */
export function firstUnread(window: MessageWindow, readSeq: number, readerId: string): Message | undefined {
  const reaches = !window.hasOlder || (window.messages[0]?.seq ?? Infinity) <= readSeq;
  return reaches ? window.messages.find(({ seq, author }) => seq > readSeq && author.id !== readerId) : undefined;
}

function withMessages(window: MessageWindow, messages: readonly Message[]): MessageWindow {
  return messages === window.messages ? window : { ...window, messages };
}
