import type { NetworkCard, Profile } from '@hub/contracts';
import { isClosed } from './ended';
import { looksAfter } from './looks-after';

export interface Opening {
  /** Channels of every kind, for anybody in the network. */
  whole: boolean;
  /** The partnerships for whose own people the reader may open channels. */
  partnershipIds: readonly string[];
}

/** The project coordinator opens channels for the network, and who coordinates a partnership for its own people; in a closed network nobody does. */
export function mayOpen(
  network: Pick<NetworkCard, 'id' | 'myRoles' | 'status'>,
  memberships: Profile['memberships'],
): Opening {
  if (isClosed(network.status)) return { whole: false, partnershipIds: [] };
  const leading = memberships.filter(
    (one) =>
      one.network?.id === network.id && (one.role === 'partnership_coordinator' || one.role === 'project_manager'),
  );
  return {
    whole: looksAfter(network),
    partnershipIds: leading.flatMap(({ partnership }) => (partnership ? [partnership.id] : [])),
  };
}

export function mayOpenAny({ whole, partnershipIds }: Opening): boolean {
  return whole || partnershipIds.length > 0;
}
