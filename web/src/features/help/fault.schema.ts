/** What a report of a fault must be, as the hub checks it. Loaded by the form that needs it, never with a page. */
export { FaultReport as schema } from '@hub/contracts/privacy';
export { wrongFields } from '@hub/contracts/wrong-fields';
