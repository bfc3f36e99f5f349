/** What a change makes of a visit. Pure. */
import { isHeld, type FieldProblem, type Parsed } from '@hub/contracts';
import type { VisitSnapshot } from './visit.entity.js';

type Given = Omit<Parsed<'visit.change'>, 'visitId' | 'baseVersion' | 'reason'>;

/** The visit with what is given. A cause is kept while it is postponed or moved, a host while it is of the hosting side. */
export function changed(before: VisitSnapshot, { checklist, ...given }: Given, isOfSide: IsOfSide): VisitSnapshot {
  const after = { ...before, ...given, checklist: { ...before.checklist, ...checklist } };
  if (after.state !== 'postponed' && after.state !== 'moved') after.cause = null;
  if (given.hostGovernmentId === undefined && after.hostSide !== before.hostSide && !isOfSide(after))
    after.hostGovernmentId = null;
  return after;
}

type IsOfSide = (host: Pick<VisitSnapshot, 'hostSide' | 'hostGovernmentId'>) => boolean;

/** What cannot be so. A visit is held from its first day on, and hosted by a party of the hosting side. */
export function problemWith(
  before: VisitSnapshot,
  after: VisitSnapshot,
  { today, isOfSide }: { today: string; isOfSide: IsOfSide },
): { path: string; problem: FieldProblem } | undefined {
  if (isHeld(after.state) && after.startsOn > today)
    return isHeld(before.state) ? { path: 'startsOn', problem: 'too_late' } : { path: 'state', problem: 'too_early' };
  const hosted = after.hostSide !== before.hostSide || after.hostGovernmentId !== before.hostGovernmentId;
  if (hosted && !isOfSide(after)) return { path: 'hostGovernmentId', problem: 'not_a_choice' };
  return undefined;
}
