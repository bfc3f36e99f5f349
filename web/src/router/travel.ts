/** From one address to the next by the browser's own history, and where on each page the reader was. */
import { hrefOf, matchOf, type Address, type Match, type Target } from './addresses';

/** Where the reader is. */
export interface Place extends Match {
  path: string;
  href: string;
  /** How far down a page just come to begins; nothing on a page that the reader was on already. */
  scroll: number | undefined;
}

export interface Departure {
  /** False where only the search changes: it is still the same page. */
  pathChanged: boolean;
}

const departures = new Set<(departure: Departure) => void>();
const arrivals = new Set<(place: Place) => void>();
const positions = new Map<unknown, number>();
let path = location.pathname;
let key = keyNow();

// The browser would go back to a place on a page that is not there yet.
history.scrollRestoration = 'manual';
addEventListener('popstate', () => {
  depart(location.pathname);
  arrive(positions.get(keyNow()) ?? 0);
});

export function navigate<A extends Address>(target: Target<A>, { replace = false } = {}): void {
  const href = hrefOf(target);
  depart(new URL(href, location.href).pathname);
  if (replace || href === location.pathname + location.search) history.replaceState(history.state, '', href);
  else history.pushState({ key: Math.random() }, '', href);
  arrive(0);
}

/** Before every change of address; returns how to stop being told. */
export function onDeparture(listener: (departure: Departure) => void): () => void {
  departures.add(listener);
  return () => departures.delete(listener);
}

export function onArrival(listener: (place: Place) => void): () => void {
  arrivals.add(listener);
  return () => arrivals.delete(listener);
}

export function placeNow(scroll?: number): Place {
  const { pathname, search } = location;
  return { ...matchOf(pathname, search), path: pathname, href: pathname + search, scroll };
}

function depart(next: string): void {
  positions.set(key, scrollY);
  for (const listener of departures) listener({ pathChanged: next !== path });
}

function arrive(scroll: number): void {
  const place = placeNow(location.pathname === path ? undefined : scroll);
  path = location.pathname;
  key = keyNow();
  for (const listener of arrivals) listener(place);
}

function keyNow(): unknown {
  return (history.state as { key?: unknown } | null)?.key;
}
