import type { ChannelCard, ChannelKind } from '@hub/contracts';

const closedGroups: ReadonlySet<ChannelKind> = new Set(['steering_group', 'partnership', 'mentor_team', 'direct']);

/** Seen by some of the network only. */
export function isClosedGroup({ kind }: Pick<ChannelCard, 'kind'>): boolean {
  return closedGroups.has(kind);
}
