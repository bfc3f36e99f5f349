/** What a line of a plan may be, and who may bring it about. */
import type { MilestoneKind } from '@hub/contracts';
import { roles } from '@hub/contracts/roles';

const kinds: Record<MilestoneKind, true> = {
  launch: true,
  network_event: true,
  agreement: true,
  governance: true,
  training: true,
  planning: true,
  application: true,
  decision: true,
  baseline: true,
  workshop: true,
  steering: true,
  deliverable: true,
  research: true,
  report: true,
  review: true,
  exchange: true,
  dissemination: true,
};

export const planKinds = Object.keys(kinds) as MilestoneKind[];

export const owners = roles.filter((role) => role !== 'administrator' && role !== 'guest');
