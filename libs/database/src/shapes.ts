/** Fragments of SQL that give a column the shape it has in the contracts. */

/** A timestamptz as an ISO instant in UTC with milliseconds, as the wire wants it. */
export const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A row of `people` under this alias as a PersonRef. */
export const personRef = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'initials', ${alias}.initials)`;
