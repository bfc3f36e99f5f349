/** Marks of a row that would lie on each other go below each other: each takes the first lane in which there is room. */
export interface Stretch {
  from: number;
  to: number;
}

/** The lane of each, in the order given, which must be that of `from`. */
export function lanesOf(stretches: readonly Stretch[]): number[] {
  const ends: number[] = [];
  return stretches.map(({ from, to }) => {
    const free = ends.findIndex((end) => end <= from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = to;
    return lane;
  });
}
