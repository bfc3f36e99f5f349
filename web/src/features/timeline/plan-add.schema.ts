/** What another line of a plan must be, as the hub checks it. Loaded by the form that needs it, never with a page. */
export { AddPlanItem as schema } from '@hub/contracts/timeline-changes';
export { wrongFields } from '@hub/contracts/wrong-fields';
