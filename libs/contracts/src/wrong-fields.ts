/** Names every wrong field in the catalogue's words, so that a person reads it in their own language. */
import { FieldProblem, type WrongField } from './failures.js';
import type { ZodError } from 'zod';

type Issue = ZodError['issues'][number];

export function wrongFields(error: ZodError): WrongField[] {
  return error.issues.map((issue) => ({ path: issue.path.join('.'), ...problemOf(issue) }));
}

function problemOf(issue: Issue): Omit<WrongField, 'path'> {
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string')
        return Number(issue.minimum) === 1 ? { problem: 'required' } : sized('too_short', issue.minimum);
      return sized(issue.origin === 'array' ? 'too_few' : 'too_small', issue.minimum);
    case 'too_big':
      if (issue.origin === 'string') return sized('too_long', issue.maximum);
      return sized(issue.origin === 'array' ? 'too_many' : 'too_large', issue.maximum);
    case 'invalid_type':
      return { problem: issue.input === undefined ? 'required' : 'malformed' };
    case 'invalid_value':
      return { problem: 'not_a_choice' };
    case 'unrecognized_keys':
      return { problem: 'unknown_field' };
    default:
      // A schema may name the problem in the place of its message.
      return { problem: FieldProblem.safeParse(issue.message).data ?? 'malformed' };
  }
}

function sized(problem: FieldProblem, bound: number | bigint): Omit<WrongField, 'path'> {
  return { problem, bound: Number(bound) };
}
