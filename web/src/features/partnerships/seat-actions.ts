import type { KeptSeat } from '@hub/contracts';

export type SeatAction = 'fill' | 'handover' | 'vacate' | 'end';

/** What can be done with a seat: whoever holds it last, by the calendar, hands it over; else it is filled. */
export function seatActions({ holders, untilOn }: Pick<KeptSeat, 'holders' | 'untilOn'>, today: string): SeatAction[] {
  const [last] = holders;
  const held = last !== undefined && (last.untilOn === null || last.untilOn > today);
  const open = last === undefined || last.untilOn !== null;
  return [
    ...(held ? (['handover', 'vacate'] as const) : []),
    ...(open && !held ? (['fill'] as const) : []),
    ...(untilOn === null ? (['end'] as const) : []),
  ];
}
