/** Keeps the demonstration of a kept data folder as young as on its first day: at each start it moves on with the calendar. */
import type { Transaction } from '@hub/database';

const dayMs = 86_400_000;

/** Instants move by whole days, and never past now: what visitors wrote today stays today's. The audit trail only grows. */
const instants: [table: string, columns: string[]][] = [
  ['channels', ['created_at', 'archived_at']],
  ['channel_members', ['joined_at', 'left_at', 'muted_at']],
  ['topics', ['created_at', 'resolved_at']],
  ['messages', ['sent_at', 'edited_at', 'removed_at', 'pinned_at']],
  ['message_versions', ['written_at']],
  ['reactions', ['created_at']],
  ['reports', ['created_at', 'settled_at']],
  ['notifications', ['created_at', 'read_at', 'done_at']],
  ['user_events', ['created_at']],
  ['deliveries', ['created_at', 'settled_at']],
  ['network_closings', ['closed_at', 'reopened_at']],
  ['invitations', ['created_at', 'revoked_at', 'accepted_at']],
  ['invitation_letters', ['created_at']],
  ['plan_items', ['created_at']],
  ['milestone_changes', ['changed_at']],
  ['visit_changes', ['changed_at']],
  ['broadcasts', ['created_at', 'changed_at', 'sent_at']],
  ['broadcast_versions', ['at']],
  ['broadcast_recipients', ['acknowledged_at', 'reminded_at']],
  ['tags', ['created_at']],
  ['questions', ['asked_at', 'edited_at', 'routed_at', 'waiting_since', 'closed_at']],
  ['question_shares', ['at']],
  ['question_steps', ['at']],
  ['question_pauses', ['from_at', 'until_at']],
  ['question_remarks', ['at']],
  ['answers', ['at', 'edited_at', 'accepted_at']],
  ['answer_versions', ['at']],
  ['answer_endorsements', ['at']],
  ['knowledge_notes', ['published_at', 'withdrawn_at']],
  ['note_versions', ['at']],
];

/** Plain dates move by whole months, since everything in a network is counted from the first of one. */
const dates: [table: string, columns: string[]][] = [
  ['networks', ['starts_on', 'ends_on']],
  ['partnership_parties', ['from_on', 'until_on']],
  ['partnership_statuses', ['from_on']],
  ['projects', ['starts_on', 'ends_on']],
  ['memberships', ['from_on', 'until_on']],
  ['seats', ['from_on', 'until_on']],
  ['seat_holders', ['from_on', 'until_on']],
  ['invitations', ['until_on']],
  ['plan_items', ['planned_on']],
  ['milestones', ['planned_on', 'forecast_on', 'actual_on']],
  ['milestone_changes', ['forecast_on', 'actual_on']],
  ['visits', ['planned_on', 'starts_on', 'ends_on']],
];

/** Moves everything from the day it was last dated by to `now`. */
export async function moveOn(tx: Transaction, dated: Date, now: Date): Promise<void> {
  const days = Math.floor(now.getTime() / dayMs) - Math.floor(dated.getTime() / dayMs);
  const months = monthOf(now) - monthOf(dated);
  for (const [table, columns] of days > 0 ? instants : [])
    await tx.query(`update ${table} set ${columns.map(moved).join(', ')}`, [`${days} days`]);
  for (const ahead of days > 0 ? liesAhead : []) await tx.query(ahead, [`${days} days`]);
  // By way of another millennium: a date must not meet, on its way, the one that is about to leave its place.
  for (const shift of months > 0 ? [`${months} months 1000 years`, '-1000 years'] : [])
    for (const [table, columns] of dates)
      await tx.query(
        `update ${table} set ${columns.map((column) => `${column} = (${column} + $1::interval)::date`).join(', ')}`,
        [shift],
      );
  if (months > 0) await tx.query(moveSnapshots, [`${months} months`]);
}

/** What lies ahead moves by days, too, and stays ahead. */
const liesAhead = [
  'update invitations set expires_at = expires_at + $1::interval',
  `update broadcasts set scheduled_for = scheduled_for + $1::interval,
    acknowledge_by = (acknowledge_by + $1::interval)::date`,
  'update questions set target_at = target_at + $1::interval',
  'update knowledge_notes set review_on = (review_on + $1::interval)::date',
  `update away_periods set from_on = (from_on + $1::interval)::date, until_on = (until_on + $1::interval)::date`,
];

/** The days in what a visit was before. */
const moveSnapshots = `
  update visit_changes set snapshot = snapshot || jsonb_build_object(
    'startsOn', ((snapshot ->> 'startsOn')::date + $1::interval)::date,
    'endsOn', ((snapshot ->> 'endsOn')::date + $1::interval)::date)`;

/** What has not happened stays so: `least` alone would pass over a null. */
const moved = (column: string) =>
  `${column} = case when ${column} is not null then least(${column} + $1::interval, now()) end`;

function monthOf(day: Date): number {
  return 12 * day.getUTCFullYear() + day.getUTCMonth();
}
