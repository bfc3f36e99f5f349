/** Rows of the queue in which the reader has chosen somebody stay where they are, also when somebody else gives the question away. */
import type { QuestionQueue, WaitingQuestion } from '@hub/contracts';

/** A row as it was when somebody was chosen in it, and who that is. */
export interface Begun {
  row: WaitingQuestion;
  of: 'open' | 'late';
  personId: string;
}

/** The queue with begun rows in their place, as far as their questions still wait for an answer of somebody else. */
export function withBegun(queue: QuestionQueue, begun: readonly Begun[]): QuestionQueue {
  const cards = [...queue.open, ...queue.late, ...queue.routed];
  const kept = begun.flatMap(({ row, of, personId }) => {
    const now = cards.find(({ id }) => id === row.id);
    if (!now || now.responsible?.id === personId) return [];
    return [{ of, row: { ...row, ...now } }];
  });
  const isKept = ({ id }: { id: string }) => kept.some(({ row }) => row.id === id);
  const place = (box: 'open' | 'late') =>
    [...queue[box].filter((one) => !isKept(one)), ...kept.filter(({ of }) => of === box).map(({ row }) => row)].sort(
      (a, b) => (a.waitingSince ?? '').localeCompare(b.waitingSince ?? '') || a.id.localeCompare(b.id),
    );
  return { ...queue, open: place('open'), late: place('late'), routed: queue.routed.filter((one) => !isKept(one)) };
}
