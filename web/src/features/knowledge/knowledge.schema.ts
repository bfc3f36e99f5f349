/** What a knowledge note must be, as the hub checks it. Loaded by the forms that need it. */
import { questionsRoutes } from '@hub/contracts/questions.routes';

export { wrongFields } from '@hub/contracts/wrong-fields';

export const publish = questionsRoutes['note.publish'].input;
export const revise = questionsRoutes['note.revise'].input;
export const review = questionsRoutes['note.review'].input;
export const withdraw = questionsRoutes['note.withdraw'].input;
