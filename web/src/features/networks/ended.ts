import type { PartnershipStatus } from '@hub/contracts';

const ended: ReadonlySet<PartnershipStatus> = new Set(['withdrawn', 'completed', 'alumni']);

/** Its work is over: a side without a party is not looking for one. */
export function isEnded(status: PartnershipStatus): boolean {
  return ended.has(status);
}
