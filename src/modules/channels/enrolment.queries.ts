/** SQL of enrolment: places by role compared with today's roles. */

/** Ends the places that nothing opens any more. */
export const endPlaces = `
  update channel_members cm set left_at = now(), left_how = 'role'
  where cm.left_at is null and not exists (
    select from current_channel_members v where v.channel_id = cm.channel_id and v.person_id = cm.person_id)
  returning cm.channel_id as "channelId", cm.person_id as "personId"`;

/** $1 channels, $2 people, pairwise: whoever comes back later begins anew with what is said from then on. */
export const forgetReading = `
  delete from read_markers r using topics t, unnest($1::uuid[], $2::uuid[]) as lost(channel_id, person_id)
  where t.id = r.topic_id and t.channel_id = lost.channel_id and r.person_id = lost.person_id`;

const due = 'compared_on < current_date or exists (select from enrolment_changes)';

/** Whether a comparison is due; a row if so. */
export const isDue = `select from enrolment where ${due}`;

/** Holds the comparison for this transaction, with the changes it is made after; no row while another node compares. */
export const beginComparison = `
  select coalesce((select array_agg(id) from enrolment_changes), '{}') as changes
  from enrolment where ${due} for update skip locked`;

/** $1 the changes that it was made after. Only now do places stand for themselves again, unless there were more. */
export const endComparison = `
  with compared as (delete from enrolment_changes where id = any($1::bigint[]))
  update enrolment set compared_on = current_date, comparisons = comparisons + 1`;
