/** How far a broadcast has come in a partnership: it is reached once somebody on each of its sides has acknowledged. */
import type { Side, SideReach } from '@hub/contracts';

export type Standing = 'reached' | Side | 'not_yet';

/** A side by its name: only that one is reached. */
export function standingOf(sides: readonly Pick<SideReach, 'side' | 'acknowledged'>[]): Standing {
  const reached = sides.filter(({ acknowledged }) => acknowledged > 0);
  if (reached.length === 0) return 'not_yet';
  return reached.length === sides.length ? 'reached' : (reached[0]?.side ?? 'not_yet');
}
