import type { ChannelCard } from '@hub/contracts';

const most = 8;

/** Conversations with one person, latest first: those in which something was said, and the one that is open. */
export function latestDirect(
  channels: readonly ChannelCard[],
  unread: ReadonlyMap<string, number> | undefined,
  open: string | undefined,
): ChannelCard[] {
  const direct = channels
    .filter(({ kind, id, lastMessageAt }) => kind === 'direct' && (lastMessageAt !== null || id === open))
    .sort((a, b) => (b.lastMessageAt ?? '').localeCompare(a.lastMessageAt ?? ''));
  return direct.filter(({ id }, index) => index < most || id === open || unread?.has(id));
}
