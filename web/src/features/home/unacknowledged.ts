/** The broadcasts that wait for the reader to say that they have read them. */
import type { BroadcastNotification, Notification } from '@hub/contracts';

/** Once each, however often the reader was told; the soonest day first, those without one last. */
export function unacknowledged(notifications: readonly Notification[]): BroadcastNotification[] {
  const waiting = notifications.filter(
    (one): one is BroadcastNotification =>
      (one.kind === 'broadcast' || one.kind === 'acknowledgement_missing') &&
      one.acknowledge &&
      one.acknowledgedAt === null,
  );
  const once = new Map(waiting.map((one) => [one.broadcastId, one]));
  const day = ({ acknowledgeBy }: BroadcastNotification) => acknowledgeBy ?? '9999';
  return [...once.values()].sort((a, b) => day(a).localeCompare(day(b)));
}
