/** What an invitation must be, as the hub checks it. */
export { CreateInvitation as schema } from '@hub/contracts/entrance';
export { wrongFields } from '@hub/contracts/wrong-fields';
