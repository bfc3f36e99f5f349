/** How long clients take to know again what was acknowledged before a fault was over, and whether they ever do. */
import { groupBy, isLogged, type Facts, type Report } from './facts.js';
import type { Fault } from './history.js';

interface Point {
  at: number;
  seq: number;
}

export function convergence(facts: Facts, report: Report): void {
  const { history, bounds } = facts;
  const acknowledged = groupBy(
    [...facts.writings.values()].flatMap(({ channelId, acknowledged }) =>
      acknowledged ? [{ channelId, ...acknowledged }] : [],
    ),
    ({ channelId }) => channelId,
  );
  const heads = new Map([...acknowledged].map(([channelId, points]) => [channelId, climb(points)]));
  const took: number[] = [];
  for (const { client, person } of history.views.filter(({ way }) => way === 'live')) {
    if (client === undefined || person === undefined) continue;
    const own = history.deliveries.filter((one) => one.client === client);
    const since = Math.min(...own.map(({ at }) => at));
    const outages = merged(history.faults.filter(({ clients }) => clients?.includes(client) ?? true));
    for (const [channelId, head] of heads) {
      if (!facts.surelyInAtTheEnd({ person, channelId })) continue;
      const reached = climb(
        own.flatMap(({ how, event, at }) =>
          isLogged(event) && event.channelId === channelId && (how === 'applied' || how === 'loaded')
            ? [{ at, seq: event.seq }]
            : [],
        ),
      );
      const end = head.at(-1) as Point;
      if ((reached.at(-1)?.seq ?? 0) < end.seq)
        report.violation('convergence', `${client} came to ${reached.at(-1)?.seq ?? 0} of ${end.seq} in ${channelId}`);
      outages.forEach(({ healedAt }, index) => {
        const goal = head.findLast(({ at }) => at <= healedAt)?.seq;
        if (goal === undefined || healedAt < since || !facts.surelyInSince({ person, channelId }, healedAt)) return;
        const at = reached.find(({ seq }) => seq >= goal)?.at ?? Infinity;
        // Struck again before it was there: the next one tells.
        if (at > (outages[index + 1]?.at ?? Infinity) || at === Infinity) return;
        took.push(Math.max(0, at - healedAt));
      });
    }
  }
  if (took.length === 0) return;
  took.sort((a, b) => a - b);
  const p95 = took[Math.ceil(took.length * 0.95) - 1] ?? 0;
  const max = took.at(-1) ?? 0;
  report.count('convergences', took.length);
  report.count('converged p95 ms', Math.round(p95));
  report.count('converged max ms', Math.round(max));
  if (p95 > bounds.convergedP95Ms) report.violation('convergence', `95 of 100 took up to ${Math.round(p95)} ms`);
  if (max > bounds.convergedMaxMs) report.violation('convergence', `the longest took ${Math.round(max)} ms`);
}

/** Only the points that lie higher than all before them, in the order of time. */
function climb(points: Point[]): Point[] {
  let highest = 0;
  return points
    .toSorted((a, b) => a.at - b.at)
    .filter(({ seq }) => {
      if (seq <= highest) return false;
      highest = seq;
      return true;
    });
}

/** Faults that overlap are one outage; one that lasts until the end is none that was healed. */
function merged(faults: Fault[]): { at: number; healedAt: number }[] {
  const outages: { at: number; healedAt: number }[] = [];
  for (const { at, healedAt = Infinity } of faults.toSorted((a, b) => a.at - b.at)) {
    const last = outages.at(-1);
    if (last && at <= last.healedAt) last.healedAt = Math.max(last.healedAt, healedAt);
    else outages.push({ at, healedAt });
  }
  return outages.filter(({ healedAt }) => healedAt < Infinity);
}
