/** What is said of a route: its input (path segments, query and body together), its answer, and a sentence. */
import { z } from 'zod';

export interface Contract {
  summary: string;
  /** True where somebody without a session is answered too. */
  open?: true;
  input: z.ZodType;
  output: z.ZodType;
}

export const nothing = z.object({});
