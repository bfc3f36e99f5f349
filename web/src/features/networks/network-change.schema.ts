/** What a network may be changed to, as the hub checks it. Loaded by the form that needs it, never with a page. */
export { ChangeNetwork as schema } from '@hub/contracts/network-changes';
export { wrongFields } from '@hub/contracts/wrong-fields';
