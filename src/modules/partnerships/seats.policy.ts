/** The seats of a steering group: which a side begins with, who keeps them, and what is missing. Pure. */
import type { Mandate, PartnershipPage, Seat, Side } from '@hub/contracts';
import type { Actor } from '../identity/actor.js';
import { looksAfter } from '../networks/networks.policy.js';

export const seatsOfSide = [
  { role: 'politician', mandate: 'majority' },
  { role: 'politician', mandate: 'opposition' },
  { role: 'senior_official', mandate: 'none' },
] as const satisfies { role: string; mandate: Mandate }[];

/** Whoever looks after the network, and the partnership's own coordinators on either side. */
export function keepsSeats(actor: Actor, { id, networkId }: { id: string; networkId: string }): boolean {
  return (
    looksAfter(actor, networkId) ||
    actor.memberships.some(({ role, partnershipId }) => role === 'partnership_coordinator' && partnershipId === id)
  );
}

type Missing = NonNullable<PartnershipPage['steeringGroup']['missingMandates']>;

/** The mandates that nobody sits for on a side which has a seat. Says so and blocks nothing. */
export function missingMandates(seats: readonly Pick<Seat, 'side' | 'role' | 'mandate' | 'holder'>[]): Missing {
  const sides = (['swedish', 'international'] as const satisfies Side[]).filter((side) =>
    seats.some((seat) => seat.side === side),
  );
  const sits = (side: Side, mandate: Mandate) =>
    seats.some((seat) => seat.holder && seat.side === side && seat.role === 'politician' && seat.mandate === mandate);
  return sides.flatMap((side) =>
    (['majority', 'opposition'] as const).flatMap((mandate) => (sits(side, mandate) ? [] : [{ side, mandate }])),
  );
}
