/** SQL of letters that are tried again, and of those that somebody carries. */

/** What is taken is nobody else's for so long: longer than a mail server may take for a letter. */
export const lease = `interval '15 minutes'`;

/** Of a row of the ledger by its tries: trying again, further and further apart. */
export const pause = `least(interval '10 seconds' * power(2, least(attempt, 10)), interval '10 minutes')`;
