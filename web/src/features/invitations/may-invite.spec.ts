import type { Profile, Role, Side } from '@hub/contracts';
import { describe, expect, it } from '@jest/globals';
import { mayInvite } from './may-invite';

type Membership = Profile['memberships'][number];
const network = { id: 'n', slug: 'climate', name: 'Climate' };
const held = (role: Role, side: Side | null = null): Membership => ({
  id: role,
  role,
  network: role === 'administrator' ? null : network,
  partnership: side ? { id: 'pair', slug: 'pair', name: 'Pair' } : null,
  side,
});
const invites = (...memberships: Membership[]) => mayInvite({ id: 'n' }, memberships);

describe('whom somebody may invite', () => {
  it('administrators everybody in a network, and a project coordinator all but their like', () => {
    expect(invites(held('administrator')).roles).toHaveLength(13);
    expect(invites(held('project_coordinator')).roles).toHaveLength(12);
    expect(invites(held('project_coordinator')).sides).toBeUndefined();
  });

  it('a partnership coordinator those of the own side, and others nobody', () => {
    const { roles, sides } = invites(held('partnership_coordinator', 'international'));
    expect(roles).toContain('politician');
    expect(roles).not.toContain('partnership_coordinator');
    expect(sides).toEqual([{ partnershipId: 'pair', side: 'international' }]);
    expect(invites(held('expert'), held('team_member', 'swedish')).roles).toEqual([]);
  });
});
