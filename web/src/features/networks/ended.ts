import type { NetworkStatus, PartnershipStatus } from '@hub/contracts';

const ended: ReadonlySet<PartnershipStatus> = new Set(['withdrawn', 'completed', 'alumni']);

/** Its work is over: a side without a party is not looking for one. */
export function isEnded(status: PartnershipStatus): boolean {
  return ended.has(status);
}

/** A closed network is read and not written. */
export function isClosed(status: NetworkStatus): boolean {
  return status === 'completed' || status === 'archived';
}
