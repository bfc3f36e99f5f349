import type { Role } from '@hub/contracts';

/** The reader is asked to keep order in the network: opens channels and decides about what is reported. */
export function looksAfter({ myRoles }: { myRoles: readonly Role[] }): boolean {
  return myRoles.includes('project_coordinator');
}
