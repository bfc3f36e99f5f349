/** Times: an instant in the reader's zone, and the clock where somebody else is. */
import { useSyncExternalStore } from 'react';
import { useFormats, useT } from '../i18n';

export function Moment({ at, className }: { at: string; className?: string }) {
  const { moment, full } = useFormats();
  return (
    <time dateTime={at} title={full(at)} className={className}>
      {moment(at, useNow())}
    </time>
  );
}

/** “14:05 in Kitwe”. Without a place, the zone's city. */
export function LocalTime({
  zone,
  place,
  className,
}: {
  zone: string;
  place?: string | undefined;
  className?: string;
}) {
  const t = useT();
  const { time, zoneCity } = useFormats();
  return (
    <span className={className}>
      {t('time.in_place', { time: time(useNow(), zone), place: place ?? zoneCity(zone) })}
    </span>
  );
}

const minuteMs = 60_000;
const listeners = new Set<() => void>();
let now = Date.now();
let clock: ReturnType<typeof setTimeout> | undefined;

/** Now, to the minute; whoever uses it is drawn anew each minute. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) tick();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearTimeout(clock);
  };
}

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
  clock = setTimeout(tick, minuteMs - (now % minuteMs) + 50);
}
