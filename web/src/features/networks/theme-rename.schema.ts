/** What a theme's new names must be, as the hub checks them. Loaded by the form that needs it, never with a page. */
export { RenameTheme as schema } from '@hub/contracts/network-changes';
export { wrongFields } from '@hub/contracts/wrong-fields';
