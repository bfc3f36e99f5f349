/** What a broadcast must be, as the hub checks it. Loaded by the forms that need it. */
import { reachRoutes } from '@hub/contracts/reach.routes';

export { BroadcastDraft } from '@hub/contracts/broadcasts';
export { wrongFields } from '@hub/contracts/wrong-fields';
export const Correction = reachRoutes['broadcast.correct'].input;
