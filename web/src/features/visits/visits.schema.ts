/** What a visit must be, as the hub checks it. Loaded by the forms that need it, never with a page. */
export { ChangeVisit, PlanVisit } from '@hub/contracts/visits';
export { wrongFields } from '@hub/contracts/wrong-fields';
