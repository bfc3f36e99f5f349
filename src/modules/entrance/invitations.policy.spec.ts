import { roles, type Role, type Side } from '@hub/contracts';
import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../identity/actor.js';
import { mayGive, type HeldRole } from '../identity/roles.policy.js';
import { mayInviteAny, misplaced } from './invitations.policy.js';

const actor = (role: Role, place: Partial<HeldRole> = {}): Actor => ({
  personId: 'p',
  sessionId: 's',
  memberships: [{ role, networkId: 'n', partnershipId: null, side: null, ...place }],
});
const place = (role: Role, more: Partial<HeldRole> = {}): HeldRole => ({
  role,
  networkId: role === 'administrator' ? null : 'n',
  partnershipId: null,
  side: null,
  ...more,
});
const ours = { partnershipId: 'pair', side: 'swedish' as Side };

describe('who may invite to what', () => {
  it('an administrator to everything', () => {
    const admin = actor('administrator', { networkId: null });
    expect(roles.filter((role) => !mayGive(admin, place(role)))).toEqual([]);
  });

  it('a project coordinator to everything in the own network that is not given by administrators', () => {
    const coordinator = actor('project_coordinator');
    expect(roles.filter((role) => !mayGive(coordinator, place(role)))).toEqual([
      'administrator',
      'project_coordinator',
    ]);
    expect(mayGive(coordinator, place('expert', { networkId: 'elsewhere' }))).toBe(false);
  });

  it('a partnership coordinator to the team and the seats of the own side', () => {
    const side = actor('partnership_coordinator', ours);
    expect(roles.filter((role) => mayGive(side, place(role, ours)))).toEqual([
      'project_manager',
      'team_member',
      'politician',
      'senior_official',
      'civil_society',
    ]);
    expect(mayGive(side, place('team_member', { ...ours, side: 'international' }))).toBe(false);
    expect(mayGive(side, place('team_member', { ...ours, partnershipId: 'another' }))).toBe(false);
  });

  it('nobody else to anything', () => {
    const others = roles.filter(
      (role) => !['administrator', 'project_coordinator', 'partnership_coordinator'].includes(role),
    );
    for (const role of others) {
      expect(mayInviteAny(actor(role, ours), 'n')).toBe(false);
      expect(roles.filter((one) => mayGive(actor(role, ours), place(one, ours)))).toEqual([]);
    }
  });
});

describe('what a role needs', () => {
  it.each([
    ['team_member', {}, ['partnershipId', 'side']],
    ['team_member', ours, []],
    ['expert', ours, ['partnershipId', 'side']],
    ['mentor', { partnershipId: 'pair' }, []],
    ['mentor', ours, ['side']],
    ['administrator', { networkId: 'n' }, ['role']],
    ['guest', { networkId: null }, ['role']],
  ] as const)('%s at %j', (role, more, wrong) => {
    expect(misplaced(place(role, more)).map(({ path }) => path)).toEqual(wrong);
  });
});
