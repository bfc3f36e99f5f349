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

/** A window that ends before the latest message has a hole before any news, so it takes none; nor does any what it already spans. */
export function foldWindow(window: MessageWindow, topicId: string, events: readonly HubEvent[]): MessageWindow {
  if (window.hasNewer) return window;
  const last = window.messages.at(-1)?.seq ?? 0;
  const news = events.filter((event) => event.kind === 'message.sent' && event.seq > last);
  const messages = news.reduce((sofar, event) => reduceMessages(sofar, topicId, event), window.messages);
  return messages === window.messages ? window : { ...window, messages };
}
