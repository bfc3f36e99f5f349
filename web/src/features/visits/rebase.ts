/** Two who change one thing: what a form holds, over what the other made of it meanwhile. */

export type Values = Record<string, string>;

/** A field that the other one changed, and perhaps this reader too. */
export interface Clash {
  field: string;
  theirs: string;
  /** Missing where the reader left it alone. */
  mine?: string;
}

/** The reader's own changes stay, everything else is as it is now. */
export function rebase<V extends Values>(mine: V, base: V, theirs: V): { values: V; clashes: Clash[] } {
  const values: Values = { ...theirs };
  const clashes: Clash[] = [];
  for (const field of Object.keys({ ...theirs, ...mine })) {
    const [own, before, now] = [mine[field] ?? '', base[field] ?? '', theirs[field] ?? ''];
    const changed = own !== before;
    if (changed) values[field] = own;
    if (now !== before && now !== own) clashes.push({ field, theirs: now, ...(changed && { mine: own }) });
  }
  return { values: values as V, clashes };
}
