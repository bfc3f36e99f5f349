/** One voice for everything that happens without moving focus. */
import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let spoken = '';
let silence: ReturnType<typeof setTimeout> | undefined;

/** Spoken once by a screen reader, politely. The same words twice are spoken twice. */
export function announce(text: string): void {
  say(spoken === text ? `${text}\u00a0` : text);
  clearTimeout(silence);
  // What stays in the page would be met again by a reader who walks through it.
  silence = setTimeout(() => say(''), 4000);
}

export function Announcer() {
  const text = useSyncExternalStore(subscribe, () => spoken);
  return (
    <div role="status" className="visually-hidden">
      {text}
    </div>
  );
}

function say(text: string): void {
  spoken = text;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
