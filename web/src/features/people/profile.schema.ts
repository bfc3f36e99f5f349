/** What a profile must be, as the hub checks it. Loaded by the form that needs it, never with a page. */
export { ProfileChange } from '@hub/contracts/people';
export { wrongFields } from '@hub/contracts/wrong-fields';
