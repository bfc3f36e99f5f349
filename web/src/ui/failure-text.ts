/** What went wrong in the reader's words: the catalogue's text for the code, never the English of the logs. */
import { Failure } from '@hub/contracts/failure';
import type { Translate } from '../i18n';

export function failureText(t: Translate, error: unknown): string {
  if (!(error instanceof Failure)) return t('failure.INTERNAL');
  const { errorId, confirm } = error.details;
  const text = t(confirm ? `failure.confirm.${confirm}` : `failure.${error.code}`);
  return errorId === undefined ? text : `${text} ${t('failure.error_id', { errorId })}`;
}
