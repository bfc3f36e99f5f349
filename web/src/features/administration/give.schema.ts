/** What a role that is given must be, as the hub checks it. Loaded by the form that needs it, never with a page. */
export { GrantRole as schema } from '@hub/contracts/administration';
export { wrongFields } from '@hub/contracts/wrong-fields';
