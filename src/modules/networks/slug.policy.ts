/** Addresses made from names: letters without their marks, and a number where one is taken. */
const longest = 60;

/** `fallback` for a name without a letter that an address may have. */
export function slugOf(name: string, fallback: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-')
    .slice(0, longest)
    .replace(/-$/, '');
  return plain === '' ? fallback : plain;
}

export function firstFree(base: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(slug)) return slug;
  }
}
