/** What a piece of work takes by itself: the least of several rounds, ms, because other work on the machine only adds to a time. */
export async function leastOf(rounds: number, work: () => unknown): Promise<number> {
  let least = Infinity;
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    await work();
    least = Math.min(least, performance.now() - began);
  }
  return least;
}
