import { describe, expect, it } from '@jest/globals';
import type { VisitSnapshot } from './visit.entity.js';
import { changed, problemWith } from './visits.policy.js';

const before: VisitSnapshot = {
  hostSide: 'swedish',
  hostGovernmentId: 'granvika',
  startsOn: '2026-11-02',
  endsOn: '2026-11-06',
  state: 'postponed',
  cause: 'visa',
  purpose: 'To see the pumps.',
  programme: '',
  participants: [],
  checklist: { invitationLetters: 'done', visas: 'under_way', interpreter: 'to_do' },
  costOwner: null,
  lessons: '',
};
const swedishOnly = ({ hostSide, hostGovernmentId }: Pick<VisitSnapshot, 'hostSide' | 'hostGovernmentId'>) =>
  hostGovernmentId === null || (hostSide === 'swedish' && hostGovernmentId === 'granvika');

describe('a change', () => {
  it('keeps the cause while the visit is postponed or moved, and no longer', () => {
    expect(changed(before, { purpose: 'To mend them.' }, swedishOnly).cause).toBe('visa');
    expect(changed(before, { state: 'moved', cause: 'election' }, swedishOnly).cause).toBe('election');
    expect(changed(before, { state: 'confirmed' }, swedishOnly).cause).toBeNull();
  });

  it('of one preparation leaves the others', () => {
    expect(changed(before, { checklist: { visas: 'done' } }, swedishOnly).checklist).toEqual({
      invitationLetters: 'done',
      visas: 'done',
      interpreter: 'to_do',
    });
  });

  it('of the hosting side lets go of a host of the other one', () => {
    expect(changed(before, { hostSide: 'international' }, swedishOnly).hostGovernmentId).toBeNull();
  });

  it('is refused where the visit would be held before it began, or hosted by somebody else', () => {
    const problem = (given: Parameters<typeof changed>[1], from = before) =>
      problemWith(from, changed(from, given, swedishOnly), { today: '2026-11-02', isOfSide: swedishOnly });
    expect(problem({ state: 'held' })).toBeUndefined();
    const later = { ...before, startsOn: '2026-11-03' };
    expect(problem({ state: 'held_online' }, later)).toEqual({ path: 'state', problem: 'too_early' });
    const held: VisitSnapshot = { ...before, state: 'held' };
    expect(problem({ startsOn: '2026-11-03', endsOn: '2026-11-06' }, held)).toEqual({
      path: 'startsOn',
      problem: 'too_late',
    });
    expect(problem({ hostGovernmentId: 'elsewhere' })).toEqual({ path: 'hostGovernmentId', problem: 'not_a_choice' });
  });

  it('leaves a host alone who is no party any more', () => {
    const from = { ...before, hostGovernmentId: 'left' };
    const after = changed(from, { purpose: 'To mend them.' }, swedishOnly);
    expect(problemWith(from, after, { today: '2026-11-02', isOfSide: swedishOnly })).toBeUndefined();
  });
});
