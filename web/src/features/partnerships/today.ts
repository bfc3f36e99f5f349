/** The hub's day, which is that of UTC: a later one would lie ahead for it. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
