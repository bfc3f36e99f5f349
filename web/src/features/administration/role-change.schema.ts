/** What a new last day must be, as the hub checks it. Loaded by the form that needs it, never with a page. */
export { ChangeRole as schema } from '@hub/contracts/administration';
export { wrongFields } from '@hub/contracts/wrong-fields';
