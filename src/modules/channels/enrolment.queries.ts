/** SQL of enrolment: places by role compared with today's roles. */

/** Ends the places that nothing opens any more. */
export const endPlaces = `
  update channel_members cm set left_at = now(), left_how = 'role'
  where cm.left_at is null and not exists (
    select from current_channel_members v where v.channel_id = cm.channel_id and v.person_id = cm.person_id)
  returning cm.channel_id as "channelId", cm.person_id as "personId"`;

/** Whether a comparison is due; a row if so. */
export const isDue = 'select from enrolment where due or compared_on < current_date';

/** No row while another node compares, or has compared. */
export const beginComparison = `
  update enrolment set due = false, compared_on = current_date where due or compared_on < current_date returning only_row`;
