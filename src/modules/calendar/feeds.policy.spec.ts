import type { Role } from '@hub/contracts';
import { describe, expect, it } from '@jest/globals';
import type { Actor, ActorMembership } from '../identity/actor.js';
import { reachOf } from './feeds.policy.js';

const holder = (...memberships: Partial<ActorMembership>[]): Actor => ({
  personId: 'p',
  sessionId: 's',
  memberships: memberships.map((one) => ({ role: 'expert', networkId: 'n', partnershipId: null, side: null, ...one })),
});
const personal = { scope: 'personal', networkId: null, partnershipId: null } as const;
const network = { scope: 'network', networkId: 'n', partnershipId: null } as const;
const partnership = { scope: 'partnership', networkId: 'n', partnershipId: 'p1' } as const;
const inPair = (role: Role) => holder({ role, partnershipId: 'p1', side: 'swedish' });

describe('what a feed tells', () => {
  it('is one’s own partnership, and the visits of all where one works for the whole network', () => {
    expect(reachOf(inPair('politician'), personal, [])).toEqual({
      networks: ['n'],
      milestonesOf: [],
      visitsOf: [],
      partnerships: ['p1'],
    });
    expect(reachOf(holder({ role: 'project_coordinator' }), personal, [])).toMatchObject({ visitsOf: ['n'] });
    expect(reachOf(holder({ role: 'research_advisor' }), personal, [])).toMatchObject({ visitsOf: ['n'] });
    expect(reachOf(holder({ role: 'guest' }), personal, [])).toMatchObject({ networks: ['n'], visitsOf: [] });
    const admin = holder({ role: 'administrator', networkId: null });
    expect(reachOf(admin, personal, ['n', 'm'])).toMatchObject({ networks: ['n', 'm'], visitsOf: ['n', 'm'] });
  });

  it('is nothing to whoever has no role any more', () => {
    for (const feed of [personal, network, partnership]) expect(reachOf(holder(), feed, ['n'])).toBeUndefined();
    expect(reachOf(holder({ networkId: 'm' }), network, [])).toBeUndefined();
    expect(reachOf(holder({ networkId: 'm' }), partnership, [])).toBeUndefined();
  });

  it('of a network is its own dates alone for a guest, who has none of a partnership', () => {
    const guest = holder({ role: 'guest' });
    expect(reachOf(guest, network, [])).toMatchObject({ networks: ['n'], milestonesOf: [], visitsOf: [] });
    expect(reachOf(guest, partnership, [])).toBeUndefined();
    expect(reachOf(holder({}), network, [])).toMatchObject({ milestonesOf: ['n'], visitsOf: ['n'] });
    expect(reachOf(holder({}), partnership, [])).toMatchObject({ networks: [], partnerships: ['p1'] });
  });
});
