/** What a new channel must be, as the hub checks it. Loaded by the form that needs it, never with a page. */
export { CreateChannel as schema } from '@hub/contracts/channels';
export { wrongFields } from '@hub/contracts/wrong-fields';
