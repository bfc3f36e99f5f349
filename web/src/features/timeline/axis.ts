/**
 * Where a day is drawn, as a part of the picture's width: by calendar, or by month from the day each network began. The
 * picture goes by whole quarters, from the start to the last mark.
 */
import type { TimelineNetwork } from '@hub/contracts';
import { dayOf, monthsSince, quartersLater, quarterStart } from './days';
import { dateOf } from './standing';

export type AxisKind = 'calendar' | 'months';

export interface Column {
  from: number;
  to: number;
  /** The year, or the first month. */
  number: number;
  /** The quarter of its year, for a calendar. */
  quarter?: number;
}

export interface Axis {
  kind: AxisKind;
  quarters: readonly Column[];
  years: readonly Column[];
  /** Between 0 and 1 for a day within the picture. */
  at(day: number, network: Pick<TimelineNetwork, 'startsOn'>): number;
}

const fewestQuarters = 16;

export function axisOf(networks: readonly TimelineNetwork[], kind: AxisKind): Axis {
  return kind === 'calendar' ? calendarAxis(networks) : monthAxis(networks);
}

function calendarAxis(networks: readonly TimelineNetwork[]): Axis {
  const days = networks.flatMap((network) => [dayOf(network.startsOn), ...daysOf(network)]);
  // Somebody in no network has an empty picture.
  const first = quarterStart(Math.min(...(days.length > 0 ? days : [0])));
  const last = Math.max(...days);
  let count = fewestQuarters;
  while (quartersLater(first, count) <= last) count++;
  const starts = Array.from({ length: count + 1 }, (_, n) => quartersLater(first, n));
  const width = (starts[count] ?? 0) - first;
  const part = (day: number) => (day - first) / width;
  const quarters = starts.slice(0, count).map((start, n): Column => {
    const date = new Date(start * 86_400_000);
    return {
      from: part(start),
      to: part(starts[n + 1] ?? start),
      number: date.getUTCFullYear(),
      quarter: date.getUTCMonth() / 3 + 1,
    };
  });
  return { kind: 'calendar', quarters, years: yearsOf(quarters, ({ number }) => number), at: part };
}

function monthAxis(networks: readonly TimelineNetwork[]): Axis {
  const months = networks.flatMap((network) =>
    daysOf(network).map((day) => Math.floor(monthsSince(dayOf(network.startsOn), day)) + 1),
  );
  const count = Math.max(fewestQuarters, Math.ceil(Math.max(0, ...months) / 3));
  const quarters = Array.from({ length: count }, (_, n): Column => ({
    from: n / count,
    to: (n + 1) / count,
    number: 3 * n + 1,
  }));
  return {
    kind: 'months',
    quarters,
    years: yearsOf(quarters, ({ number }) => Math.ceil(number / 12)),
    at: (day, { startsOn }) => monthsSince(dayOf(startsOn), day) / (3 * count),
  };
}

function yearsOf(quarters: readonly Column[], yearOf: (quarter: Column) => number): Column[] {
  const years = new Map<number, Column>();
  for (const quarter of quarters) {
    const number = yearOf(quarter);
    years.set(number, { from: years.get(number)?.from ?? quarter.from, to: quarter.to, number });
  }
  return [...years.values()];
}

function daysOf({ milestones, rows }: TimelineNetwork): number[] {
  const all = [...milestones, ...rows.flatMap((row) => row.milestones)];
  const visits = rows.flatMap((row) => row.visits);
  return [
    ...all.flatMap((milestone) => [dayOf(milestone.plannedOn), dayOf(dateOf(milestone))]),
    ...visits.flatMap(({ startsOn, endsOn }) => [dayOf(startsOn), dayOf(endsOn)]),
  ];
}
