/** The error that services throw and the client rethrows. Free of schemas, so that a browser can import it alone. */
import type { FailureBody, FailureCode } from './failures.js';

/** A refusal with a code; `message` is an English sentence, never shown where the code has a text in the catalogues. */
export class Failure extends Error {
  constructor(
    readonly code: FailureCode,
    message: string,
    readonly details: Omit<FailureBody, 'code' | 'message'> = {},
  ) {
    super(message);
    this.name = 'Failure';
  }
}
