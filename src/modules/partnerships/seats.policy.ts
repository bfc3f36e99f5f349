/** The seats that a side of a steering group begins with. */
import type { Mandate } from '@hub/contracts';

export const seatsOfSide = [
  { role: 'politician', mandate: 'majority' },
  { role: 'politician', mandate: 'opposition' },
  { role: 'senior_official', mandate: 'none' },
] as const satisfies { role: string; mandate: Mandate }[];
