/** SQL of asking back, while which nothing runs. */

/** $1 question: from now on. */
export const beginPause = `
  insert into question_pauses (question_id, from_at) values ($1, clock_timestamp()) on conflict do nothing`;

/** $1 question: until now. */
export const endPause = `
  update question_pauses set until_at = greatest(from_at, clock_timestamp()) where question_id = $1 and until_at is null`;
