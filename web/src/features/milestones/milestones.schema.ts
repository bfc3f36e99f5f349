/** What a change of a milestone and its evidence must be, as the hub checks it. Loaded by the form that needs it. */
export { AddEvidence, ChangeMilestone } from '@hub/contracts/timeline-changes';
export { wrongFields } from '@hub/contracts/wrong-fields';
