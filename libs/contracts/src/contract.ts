/** What is said of a route: its input (path segments, query and body together), its answer, and a sentence. */
import { z } from 'zod';

export interface Contract {
  summary: string;
  /** True where somebody without a session is answered too. */
  open?: true;
  /** True where administrators and project coordinators must have shown a passkey in their session: administration. */
  secondFactor?: true;
  /** True where one must have signed in or shown a passkey just now: changes of one's ways in. */
  recent?: true;
  /**
   * True where the answer is long, asked for often and made field by field: it is sent as it was made. Elsewhere what is
   * undeclared is stripped; tests refuse it here.
   */
  asMade?: true;
  input: z.ZodType;
  output: z.ZodType;
}

export const nothing = z.object({});
