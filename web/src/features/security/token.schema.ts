/** What a token must be, as the hub checks it. Loaded by the form that needs it, never with a page. */
export { CreateToken as schema } from '@hub/contracts/security';
export { wrongFields } from '@hub/contracts/wrong-fields';
