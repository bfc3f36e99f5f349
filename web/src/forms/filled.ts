/** The values without what was left empty: a choice or a day that nobody gave is missing, not malformed. */
export function filled<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as Partial<T>;
}
