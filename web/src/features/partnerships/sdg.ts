/** The Global Goals by their number; a target such as `16.7` belongs to the goal before the point. */
export type Goal = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17;

export function goalOf(target: string): Goal | undefined {
  const goal = Number.parseInt(target, 10);
  return goal >= 1 && goal <= 17 ? (goal as Goal) : undefined;
}
