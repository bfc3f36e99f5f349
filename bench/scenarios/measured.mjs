/** What scenarios share: percentiles, windows of time, and a closed loop of messages. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Flow } from '../driver/flow.mjs';

export function percentile(values, share) {
  if (values.length === 0) return Number.NaN;
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

/** A flow over the connected clients; the hub's own promise of one dense order is checked where the hub is driven. */
export async function flowOf({ world, clients, target }) {
  const flow = new Flow({ world, clients, ordered: target.wire.session === true });
  await flow.begin();
  return flow;
}

/** Nothing measured counts when a message was lost or out of order. */
export function insist({ breaches }) {
  if (breaches.length > 0) throw new Error(`${breaches.length} breaches, e.g. ${breaches.slice(0, 3).join('; ')}`);
}

/**
 * Keeps messages in flight for a while, warms up, measures, and lets what is on its way arrive. `next` sends one
 * message; each sends the next one when `until` (acknowledged or delivered) says that it is through.
 */
export async function closedLoop(context, { inFlight, until, next }) {
  const { warmUpMs, windowMs } = context.settings;
  const flow = await flowOf(context);
  let sending = true;
  const through = (message) => sending && next(flow, message);
  if (until === 'delivered') untilBoth(flow, through);
  else flow.onAcknowledged = through;
  for (let place = 0; place < inFlight; place++) next(flow, { place });
  await sleep(warmUpMs);
  const before = { deliveries: flow.deliveries, acknowledged: flow.acknowledged };
  flow.forget();
  const stop = context.meter();
  await sleep(windowMs);
  const used = stop();
  const deliveries = flow.deliveries - before.deliveries;
  const acknowledged = flow.acknowledged - before.acknowledged;
  sending = false;
  await flow.settled();
  insist(flow);
  return { used, deliveries, acknowledged, flow };
}

/** Told when a message has both its acknowledgement and every copy. */
function untilBoth(flow, through) {
  const half = (message) => {
    if (message.half) through(message);
    message.half = true;
  };
  flow.onAcknowledged = half;
  flow.onDelivered = half;
}

/** The figures that every closed loop has. */
export function figuresOf({ used, acknowledged, flow }) {
  return {
    sends: acknowledged / used.seconds,
    appPerSend: used.app / acknowledged,
    postgresPerSend: used.postgres / acknowledged,
    acknowledgedP50: percentile(flow.acknowledgedAfter, 0.5),
    acknowledgedP99: percentile(flow.acknowledgedAfter, 0.99),
    deliveredP50: percentile(flow.deliveredAfter, 0.5),
    deliveredP99: percentile(flow.deliveredAfter, 0.99),
    perFrame: used.perFrame,
    gaps: flow.gaps,
    driver: used.driver,
    load: used.load,
  };
}
