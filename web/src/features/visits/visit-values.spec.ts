import type { VisitPage } from '@hub/contracts';
import { describe, expect, it } from '@jest/globals';
import { changedPlan, changedTiming, planOf, timingOf } from './visit-values';

const page = {
  visit: { hostSide: 'swedish', startsOn: '2026-11-02', endsOn: '2026-11-06', state: 'planned' },
  cause: null,
  hostGovernmentId: 'granvika',
  purpose: 'To look.',
  programme: '',
  participants: [{ side: 'swedish', role: 'politician', count: 2 }],
  costOwner: null,
  checklist: { invitationLetters: 'to_do', visas: 'to_do', interpreter: 'not_needed' },
} as unknown as VisitPage;

describe('the days and state of a visit', () => {
  const base = timingOf(page);

  it('are sent where they were changed: both days together, a cause with what needs one', () => {
    expect(changedTiming(base, base)).toEqual({});
    expect(changedTiming({ ...base, endsOn: '2026-11-07' }, base)).toEqual({
      startsOn: '2026-11-02',
      endsOn: '2026-11-07',
    });
    expect(changedTiming({ ...base, state: 'confirmed', cause: 'visa' }, base)).toEqual({ state: 'confirmed' });
    expect(changedTiming({ ...base, state: 'postponed', cause: 'visa' }, base)).toEqual({
      state: 'postponed',
      cause: 'visa',
    });
    expect(changedTiming({ ...base, state: 'postponed' }, base)).toEqual({ state: 'postponed' });
    const postponed = { ...base, state: 'postponed', cause: 'visa' };
    expect(changedTiming({ ...postponed, cause: 'funding' }, postponed)).toEqual({
      state: 'postponed',
      cause: 'funding',
    });
  });
});

describe('the plan of a visit', () => {
  const base = planOf(page);

  it('is sent where it was changed', () => {
    expect(changedPlan(base, base)).toEqual({});
    expect(changedPlan({ ...base, 'checklist.visas': 'done', programme: 'Monday' }, base)).toEqual({
      programme: 'Monday',
      checklist: { visas: 'done' },
    });
    expect(changedPlan({ ...base, hostSide: 'international', hostGovernmentId: '' }, base)).toEqual({
      hostSide: 'international',
      hostGovernmentId: null,
    });
  });

  it('counts who comes; nobody is left out', () => {
    const values = { ...base, 'people.swedish.politician': '0', 'people.international.project_manager': '1' };
    expect(changedPlan(values, base)).toEqual({
      participants: [{ side: 'international', role: 'project_manager', count: 1 }],
    });
  });
});
