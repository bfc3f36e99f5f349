/** What questions and answers must be, as the hub checks them. Loaded by the forms that need them. */
import { questionsRoutes } from '@hub/contracts/questions.routes';

export { wrongFields } from '@hub/contracts/wrong-fields';

export const ask = questionsRoutes['question.ask'].input;
export const change = questionsRoutes['question.change'].input;
export const remark = questionsRoutes['question.remark'].input;
export const close = questionsRoutes['question.close'].input;
export const reopen = questionsRoutes['question.reopen'].input;
export const decline = questionsRoutes['question.decline'].input;
export const assign = questionsRoutes['question.assign'].input;
export const answer = questionsRoutes['answer.post'].input;
export const editAnswer = questionsRoutes['answer.edit'].input;
export const rules = questionsRoutes['question.setRules'].input;
export const tag = questionsRoutes['tag.add'].input;
export const away = questionsRoutes['away.add'].input;
