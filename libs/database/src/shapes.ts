/** Fragments of SQL that give a column the shape it has in the contracts. */

/** A timestamptz as an ISO instant in UTC with milliseconds, as the wire wants it. */
export const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A row of `people` under this alias as a PersonRef. */
export const personRef = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'initials', ${alias}.initials)`;

/** The start of a message's text on one line for lists, with the names of the people it mentions. */
export const excerpt = (message: string): string => `
  left(regexp_replace(coalesce((
    select string_agg(case when part.text ~ '^<@' then coalesce('@' || who.name, '') else part.text end, '' order by part.position)
    from regexp_split_to_table(left(${message}.body, 600), '(?=<@)|(?<=>)') with ordinality as part(text, position)
    left join message_mentions mm on mm.message_id = ${message}.id and part.text = '<@' || mm.person_id || '>'
    left join people who on who.id = mm.person_id
  ), ''), '\\s+', ' ', 'g'), 160)`;
