/** Rules that stand in the database, so that no way around them can be forgotten: a trigger raises what it refuses with this code. */
const refused = 'HB403';

/** The sentence of the rule that refused, if one did. */
export function refusalOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && error.code === refused ? error.message : undefined;
}
