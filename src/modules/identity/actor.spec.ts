import type { Role } from '@hub/contracts';
import { describe, expect, it } from '@jest/globals';
import { seesComposition, seesNetwork, worksInNetwork, type Actor } from './actor.js';

const actor = (role: Role, networkId: string | null = 'n', partnershipId: string | null = null): Actor => ({
  personId: 'p',
  sessionId: 's',
  memberships: [{ role, networkId, partnershipId, side: null }],
});
const nobody: Actor = { personId: 'p', sessionId: 's', memberships: [] };
const pair = { id: 'pair', networkId: 'n' };

describe('who sees what', () => {
  it('a network: whoever holds a role in it, and administrators', () => {
    expect(seesNetwork(actor('guest'), 'n')).toBe(true);
    expect(seesNetwork(actor('expert', 'other'), 'n')).toBe(false);
    expect(seesNetwork(actor('administrator', null), 'n')).toBe(true);
    expect(seesNetwork(nobody, 'n')).toBe(false);
  });

  it('the people at work in it: not guests', () => {
    expect(worksInNetwork(actor('guest'), 'n')).toBe(false);
    expect(worksInNetwork(actor('mentor'), 'n')).toBe(true);
  });

  it.each([
    ['politician', 'pair', true],
    ['senior_official', 'pair', true],
    ['politician', 'another pair', false],
    ['partnership_coordinator', 'pair', false],
    ['project_coordinator', null, true],
    ['research_advisor', null, false],
  ] as const)('the composition of a steering group: %s of %s %s', (role, partnershipId, sees) => {
    expect(seesComposition(actor(role, 'n', partnershipId), pair)).toBe(sees);
  });
});
