/** Who answers for a milestone: a seat of its partnership, or whoever the plan names. */
import type { MilestonePage, OwnerSeat } from '@hub/contracts';
import { Choice } from '../../../forms/inputs';
import { useT } from '../../../i18n';

interface Props {
  id: string;
  page: MilestonePage;
  problem: string | undefined;
  value: string | null;
  onChange(ownerSeatId: string | null): void;
}

export function OwnerChoice({ id, page, problem, value, onChange }: Props) {
  const t = useT();
  const nameOf = useOwnerName(page);
  const seats = seatsOf(page);
  if (seats.length === 0) return null;
  return (
    <Choice
      id={id}
      label={t('milestone.owner_seat')}
      problem={problem}
      required={false}
      value={value ?? ''}
      onChange={(seatId) => onChange(seatId === '' ? null : seatId)}
    >
      <option value="">{nameOf(null)}</option>
      {seats.map((seat) => (
        <option key={seat.id} value={seat.id}>
          {nameOf(seat.id)}
        </option>
      ))}
    </Choice>
  );
}

export function useOwnerName(page: MilestonePage): (seatId: string | null) => string {
  const t = useT();
  return (seatId) => {
    const seats = seatsOf(page);
    const seat = seats.find(({ id }) => id === seatId);
    if (!seat) return t('milestone.owner_planned', { role: t(`role.${page.item.ownerRole}`) });
    const place = { role: t(`role.${seat.role}`), side: t(`side.${seat.side}`) };
    if (seat.holder) return t('milestone.owner_held', { ...place, name: seat.holder.name });
    const alike = seats.filter(({ role, side }) => role === seat.role && side === seat.side);
    if (alike.length === 1) return t('milestone.owner_vacant', place);
    return t('milestone.owner_vacant_one', { ...place, number: alike.indexOf(seat) + 1, count: alike.length });
  };
}

/** One that has ended meanwhile is still what was chosen. */
function seatsOf({ seats, ownerSeat }: MilestonePage): readonly OwnerSeat[] {
  return ownerSeat && seats.every(({ id }) => id !== ownerSeat.id) ? [...seats, ownerSeat] : seats;
}
