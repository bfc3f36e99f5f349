/** The part of a topic's conversation that is loaded: one stretch without holes, and whether there is more at its ends. */
import type { Stretch } from '@hub/client';
import type { Message } from '@hub/contracts';

export interface MessageWindow extends Stretch {
  /** The seqs at which a loaded page began; what is shown above them never changes how they look. */
  pageStarts: readonly number[];
  /** Changes when the stretch was replaced by another. */
  opening: number;
}

export function openWindow(page: Stretch, opening: number): MessageWindow {
  const first = page.messages[0];
  return { ...page, pageStarts: first ? [first.seq] : [], opening };
}

export function withOlder(window: MessageWindow, page: Stretch): MessageWindow {
  const first = window.messages[0]?.seq ?? Infinity;
  const older = page.messages.filter((message) => message.seq < first);
  return {
    ...window,
    messages: [...older, ...window.messages],
    hasOlder: page.hasOlder,
    pageStarts: older[0] ? [older[0].seq, ...window.pageStarts] : window.pageStarts,
  };
}

export function withNewer(window: MessageWindow, page: Stretch): MessageWindow {
  const last = window.messages.at(-1)?.seq ?? 0;
  return {
    ...window,
    messages: [...window.messages, ...page.messages.filter((message) => message.seq > last)],
    hasNewer: page.hasNewer,
  };
}

export function withChanged(
  window: MessageWindow,
  messageId: string,
  change: (one: Message) => Message,
): MessageWindow {
  if (!window.messages.some(({ id }) => id === messageId)) return window;
  return { ...window, messages: window.messages.map((one) => (one.id === messageId ? change(one) : one)) };
}

/** The first message of others after what was read; nothing where what was read last is not loaded either. */
export function firstUnread(window: MessageWindow, readSeq: number, readerId: string): Message | undefined {
  const reaches = !window.hasOlder || (window.messages[0]?.seq ?? Infinity) <= readSeq;
  return reaches ? window.messages.find(({ seq, author }) => seq > readSeq && author.id !== readerId) : undefined;
}
