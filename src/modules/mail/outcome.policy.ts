/** What a mail server's answer means for a letter. */

export type Outcome =
  | { state: 'delivered' | 'suppressed' | 'failed'; reason: string | null }
  /** It surely did not leave, and may be tried again. */
  | { state: 'pending'; reason: string };

interface SmtpError {
  code?: unknown;
  command?: unknown;
  responseCode?: unknown;
}

/**
 * `begun`: some of the letter went over the wire. Only the server's own answer to the letter, or to its receiver, is a
 * refusal: what it says to a connection, a password or our own address is for the operator to mend.
 */
export function outcomeOf(error: unknown, begun: boolean): Outcome {
  const { code, command, responseCode } = (error ?? {}) as SmtpError;
  const said = typeof responseCode === 'number' ? responseCode : 0;
  const answered = command === 'RCPT TO' || command === 'DATA';
  if (answered && said >= 500) return { state: 'failed', reason: `smtp_${said}` };
  if (answered && said >= 400) return { state: 'pending', reason: `smtp_${said}` };
  if (code === 'EENVELOPE' && said === 0) return { state: 'failed', reason: 'address' };
  if (begun) return { state: 'failed', reason: 'unknown' };
  return { state: 'pending', reason: said > 0 ? `smtp_${said}` : 'unreachable' };
}
