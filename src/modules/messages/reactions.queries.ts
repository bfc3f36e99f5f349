/** SQL of reactions. $1 message, $2 person, $3 reaction; a row only where something changed. */
export const setReaction = `
  insert into reactions (message_id, person_id, reaction, created_at) values ($1, $2, $3, clock_timestamp())
  on conflict do nothing returning message_id`;
export const clearReaction = `
  delete from reactions where message_id = $1 and person_id = $2 and reaction = $3 returning message_id`;
