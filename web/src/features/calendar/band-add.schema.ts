/** What a band must be, as the hub checks it. Loaded by the form that needs it, never with a page. */
export { AddBand as schema } from '@hub/contracts/calendar';
export { wrongFields } from '@hub/contracts/wrong-fields';
