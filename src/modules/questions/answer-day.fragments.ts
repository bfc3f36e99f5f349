/** SQL of the day by which a question is to be answered. */

/** The last day for an answer to question `q`, on the wall of whoever is answerable; null where nothing runs. */
export const answerDay = (q: string): string => `
  to_char((${q}.target_at - interval '1 second') at time zone coalesce(
    (select keeper.time_zone from people keeper where keeper.id = ${q}.responsible_id), 'UTC'), 'YYYY-MM-DD')`;
