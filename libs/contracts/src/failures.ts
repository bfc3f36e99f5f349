/**
 * The closed list of refusals. A person reads them in their own language, found in the catalogues under
 * `failure.<code>` and `invalid.<problem>`; `message` is English, for logs and for programs' authors.
 */
import { z } from 'zod';

export const FailureCode = z.enum([
  'INVALID',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'TOO_LARGE',
  'LIMITED',
  'UNAVAILABLE',
  'INTERNAL',
]);
export type FailureCode = z.infer<typeof FailureCode>;

/** The catalogue key of what is wrong with a field, under `invalid.`. */
export const FieldProblem = z.enum([
  'required',
  'too_short',
  'too_long',
  'too_few',
  'too_many',
  'too_small',
  'too_large',
  'not_a_choice',
  'unknown_time_zone',
  'unknown_field',
  'not_an_address',
  'taken',
  'given_twice',
  'invited_already',
  'has_role_already',
  'seat_taken',
  'wrong_code',
  'too_early',
  'too_late',
  'malformed',
]);
export type FieldProblem = z.infer<typeof FieldProblem>;

/** One wrong field: its path in the input, what is wrong, and the bound it broke where there is one. */
export const WrongField = z
  .object({ path: z.string(), problem: FieldProblem, bound: z.number().optional() })
  .meta({ id: 'WrongField' });
export type WrongField = z.infer<typeof WrongField>;

export const FailureBody = z
  .object({
    code: FailureCode,
    message: z.string(),
    fields: z.array(WrongField).optional(),
    /** Given with every INTERNAL, for people to quote; the log carries the same. */
    errorId: z.string().optional(),
    /** With a CONFLICT over something that was changed meanwhile: what it is today. */
    current: z.unknown().optional(),
    /** With LIMITED: after how many seconds another try is let through. */
    seconds: z.int().optional(),
    /** With FORBIDDEN: what would open it, namely showing a passkey, making one first, or signing in again. */
    confirm: z.enum(['passkey', 'new_passkey', 'sign_in']).optional(),
  })
  .meta({ id: 'FailureBody' });
export type FailureBody = z.infer<typeof FailureBody>;

/** What a socket command is answered with; over HTTP the data is the body and the status tells. */
export type Reply<T> = { ok: true; data: T } | { ok: false; error: FailureBody };
