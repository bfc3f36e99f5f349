import { Failure } from '@hub/contracts/failure';

/** Whether a link was used, taken back or too old, or never was one; not where something else in a form is wrong. */
export function isGone(error: unknown): boolean {
  if (!(error instanceof Failure)) return false;
  const fields = error.details.fields ?? [];
  return (
    error.code === 'NOT_FOUND' ||
    (error.code === 'INVALID' && fields.every(({ path }) => path === 'token' || path === ''))
  );
}
