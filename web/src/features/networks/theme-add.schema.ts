/** What a new theme must be, as the hub checks it. Loaded by the form that needs it, never with a page. */
export { AddTheme as schema } from '@hub/contracts/network-changes';
export { wrongFields } from '@hub/contracts/wrong-fields';
