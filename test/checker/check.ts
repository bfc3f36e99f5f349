/**
 * Says every way in which a history breaks the promise: what was acknowledged is stored; it is seen once, in one order,
 * by everyone entitled to it and by no one else; and a client that was away converges by itself. Pure. The counts say
 * how much was looked at, so that a zero means something.
 */
import { convergence } from './convergence.js';
import { Facts, Report, type Bounds, type Rule } from './facts.js';
import { effect, fold, marker } from './fold.js';
import type { History } from './history.js';
import { applied, duplicate, realTime, views } from './order.js';
import { leak, lost, phantom, trespass } from './presence.js';

export { rules, type Bounds, type Rule } from './facts.js';

export interface Verdict {
  /** How many of each thing were looked at, and how often each fault struck. */
  counts: Record<string, number>;
  violations: { rule: Rule; detail: string }[];
}

/** The bounds that docs/protocol.md promises. */
const promised: Bounds = { graceMs: 5_000, convergedP95Ms: 5_000, convergedMaxMs: 30_000 };

export function check(history: History, bounds: Partial<Bounds> = {}): Verdict {
  const facts = new Facts(history, { ...promised, ...bounds });
  const report = new Report();
  for (const { answer } of history.operations) report.count(`operations ${answer.outcome}`);
  for (const { how } of history.deliveries) report.count(`deliveries: ${how}`);
  for (const { name } of history.faults) report.count(`fault: ${name}`);
  report.count('faults', history.faults.length);
  report.count('membership changes', history.memberships.filter(({ before }) => before > -Infinity).length);
  report.count('views', history.views.length);
  for (const rule of [
    lost,
    phantom,
    duplicate,
    realTime,
    views,
    applied,
    leak,
    trespass,
    fold,
    marker,
    effect,
    convergence,
  ])
    rule(facts, report);
  return report;
}

/** One line with every rule and how often it was broken. */
export function zeros({ violations }: Verdict, among: readonly Rule[]): string {
  return among.map((rule) => `${rule} ${violations.filter((one) => one.rule === rule).length}`).join(', ');
}
