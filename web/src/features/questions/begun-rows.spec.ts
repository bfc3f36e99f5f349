import { describe, expect, it } from '@jest/globals';
import type { QuestionQueue, WaitingQuestion } from '@hub/contracts';
import { withBegun, type Begun } from './begun-rows';

const row = (id: string, waitingSince: string, responsible?: string) =>
  ({ id, waitingSince, responsible: responsible === undefined ? null : { id: responsible } }) as WaitingQuestion;
const queue = (boxes: Partial<QuestionQueue>): QuestionQueue => ({
  open: [],
  late: [],
  routed: [],
  answerers: [],
  ...boxes,
});
const idsOf = ({ open, late, routed }: QuestionQueue) => [open, late, routed].map((box) => box.map(({ id }) => id));

describe('a row in which somebody was chosen', () => {
  const begun: Begun = { row: row('b', '2026-11-02'), of: 'open', personId: 'erik' };

  it('stays in its place when somebody else gives the question to another, and says who has it', () => {
    const now = queue({
      open: [row('a', '2026-11-01'), row('c', '2026-11-03')],
      routed: [row('b', '2026-11-02', 'ola')],
    });
    const shown = withBegun(now, [begun]);
    expect(idsOf(shown)).toEqual([['a', 'b', 'c'], [], []]);
    expect(shown.open[1]?.responsible?.id).toBe('ola');
  });

  it('goes where it belongs once whoever was chosen has it, or it waits no more', () => {
    const given = queue({ routed: [row('b', '2026-11-02', 'erik')] });
    expect(idsOf(withBegun(given, [begun]))).toEqual([[], [], ['b']]);
    expect(idsOf(withBegun(queue({}), [begun]))).toEqual([[], [], []]);
  });

  it('leaves all others as they are', () => {
    const now = queue({ open: [row('b', '2026-11-02')], late: [row('x', '2026-10-01', 'ola')] });
    expect(idsOf(withBegun(now, [begun]))).toEqual([['b'], ['x'], []]);
  });
});
