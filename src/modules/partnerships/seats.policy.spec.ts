import type { Mandate, Seat, Side } from '@hub/contracts';
import { describe, expect, it } from '@jest/globals';
import { missingMandates } from './seats.policy.js';

const amara = { id: 'a', name: 'Amara Mwansa', initials: 'AM' };
const seat = (side: Side, mandate: Mandate, holder: Seat['holder'] = amara, role: Seat['role'] = 'politician') => ({
  side,
  mandate,
  holder,
  role,
});

describe('the mandates that are missing', () => {
  it('are none where both sit on every side', () => {
    const side = (of: Side) => [seat(of, 'majority'), seat(of, 'opposition')];
    expect(missingMandates([...side('swedish'), ...side('international')])).toEqual([]);
  });

  it('are those of vacant seats, and of those that are not there', () => {
    expect(missingMandates([seat('swedish', 'majority'), seat('international', 'opposition', null)])).toEqual([
      { side: 'swedish', mandate: 'opposition' },
      { side: 'international', mandate: 'majority' },
      { side: 'international', mandate: 'opposition' },
    ]);
  });

  it('are not made good by an official, and are not asked of a side without seats', () => {
    expect(missingMandates([seat('swedish', 'majority'), seat('swedish', 'none', amara, 'senior_official')])).toEqual([
      { side: 'swedish', mandate: 'opposition' },
    ]);
    expect(missingMandates([])).toEqual([]);
  });
});
