/** Waits for what a test expects, by looking again; fails with what was seen last. */
const pauseMs = 10;
/** Letters of what was seen that a failure shows. */
const shown = 2_000;

export async function until<T>(
  look: () => T | Promise<T>,
  holds: (seen: T) => boolean,
  patienceMs = 10_000,
): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (Date.now() > end)
      throw new Error(`Not within ${patienceMs} ms; last seen: ${JSON.stringify(seen)?.slice(0, shown)}`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
