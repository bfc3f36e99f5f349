import type { PartnershipStatus } from '@hub/contracts';

/** In the order in which a partnership mostly comes through them. */
export const stages: readonly PartnershipStatus[] = [
  'applicant',
  'inception',
  'active',
  'paused',
  'withdrawn',
  'completed',
  'alumni',
];

/** Its channels are closed in these. */
export function closesChannels(status: PartnershipStatus): boolean {
  return status === 'withdrawn' || status === 'completed';
}
