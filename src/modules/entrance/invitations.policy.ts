/** Who may invite, which follows from who gives roles; and which roles need a partnership and a side. */
import { roleRights, type WrongField } from '@hub/contracts';
import type { Actor } from '../identity/actor.js';
import type { HeldRole } from '../identity/roles.policy.js';

/** Whether there is any role in the network that this person gives, and so may invite to. */
export function mayInviteAny(actor: Actor, networkId: string): boolean {
  return actor.memberships.some(
    (own) =>
      roleRights[own.role].grants.length > 0 && (roleRights[own.role].held === 'hub' || own.networkId === networkId),
  );
}

/** What the role needs and lacks, or has and may not. */
export function misplaced({ role, networkId, partnershipId, side }: HeldRole): WrongField[] {
  const { held } = roleRights[role];
  const wrong: WrongField[] = [];
  if ((held === 'hub') !== (networkId === null)) wrong.push({ path: 'role', problem: 'not_a_choice' });
  if (held === 'side' && partnershipId === null) wrong.push({ path: 'partnershipId', problem: 'required' });
  if (held !== 'side' && held !== 'either' && partnershipId !== null)
    wrong.push({ path: 'partnershipId', problem: 'not_a_choice' });
  if (held === 'side' && side === null) wrong.push({ path: 'side', problem: 'required' });
  if (held !== 'side' && side !== null) wrong.push({ path: 'side', problem: 'not_a_choice' });
  return wrong;
}
