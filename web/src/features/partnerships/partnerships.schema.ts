/** What partnerships, their parties and seats must be, as the hub checks it. Loaded by the forms that need it, never with a page. */
export {
  AddGovernment,
  ChangePartnership,
  CreatePartnership,
  JoinParty,
  LeaveParty,
  SetPartnershipStatus,
} from '@hub/contracts/partnership-changes';
export { AddSeat, EndSeat, FillSeat, HandOverSeat, VacateSeat } from '@hub/contracts/seat-changes';
export { wrongFields } from '@hub/contracts/wrong-fields';
