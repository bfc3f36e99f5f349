/** What a mail server's answer means for a letter. */

export type Outcome =
  | { state: 'delivered' | 'suppressed' | 'failed'; reason: string | null }
  /** It surely did not leave, and may be tried again. */
  | { state: 'pending'; reason: string };

interface SmtpError {
  code?: unknown;
  command?: unknown;
  responseCode?: unknown;
  response?: unknown;
}

/**
 * `begun`: some of the letter went over the wire. Only the server's own answer to the letter, or to its receiver, is a
 * refusal: what it says to a connection, a password or our own address is for the operator to mend.
 */
export function outcomeOf(error: unknown, begun: boolean): Outcome {
  const { code, command, responseCode } = (error ?? {}) as SmtpError;
  const said = typeof responseCode === 'number' ? responseCode : 0;
  const answered = command === 'RCPT TO' || command === 'DATA';
  if (answered && said >= 500) return { state: 'failed', reason: refusalOf(error) };
  if (answered && said >= 400) return { state: 'pending', reason: `smtp_${said}` };
  if (code === 'EENVELOPE' && said === 0) return { state: 'failed', reason: 'address' };
  if (begun) return { state: 'failed', reason: 'unknown' };
  return { state: 'pending', reason: said > 0 ? `smtp_${said}` : 'unreachable' };
}

/** What a server says of a receiver that it does not have, where it gives no finer code (RFC 3463). */
const noSuchReceiver = [550, 551, 553];

/**
 * The class of a refusal for good; its text may quote the address. `smtp_…` and `address` are of the address, `refused_…`
 * of this letter or of whoever sends it: such an address is not called failing.
 */
function refusalOf(error: unknown): string {
  const { command, responseCode, response } = (error ?? {}) as SmtpError;
  const said = Number(responseCode ?? 0);
  if (said === 0) return 'address';
  const [, finer] = /^\d{3}[ -]5\.(\d{1,3})\.\d{1,3}\b/.exec(String(response)) ?? [];
  const ofAddress = finer === undefined ? command === 'RCPT TO' && noSuchReceiver.includes(said) : finer === '1';
  return `${ofAddress ? 'smtp' : 'refused'}_${said}`;
}
