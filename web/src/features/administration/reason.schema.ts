/** What a reason must be, as the hub checks it. Loaded by the form that needs it, never with a page. */
export { WithReason as schema } from '@hub/contracts/administration';
export { wrongFields } from '@hub/contracts/wrong-fields';
