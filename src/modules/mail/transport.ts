/** The connections to the mail server that the operator named. */
import { createTransport, type Transporter } from 'nodemailer';

/** How long a mail server may take to answer, ms. */
const patienceMs = 20_000;
/** How long it may look at a letter before it says that it has it, ms. What it says too late stands as unknown. */
const lookingMs = 120_000;

/** With `requeues` 0 a letter whose connection broke is never sent again by itself. */
export function openTransport(url: string, requeues?: number): Transporter {
  return createTransport(
    {
      url,
      pool: true,
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      socketTimeout: lookingMs,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(requeues !== undefined && { maxRequeues: requeues }),
    },
    // Nobody answers a letter that says so itself; programs that are away do not either.
    { headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' } },
  );
}
