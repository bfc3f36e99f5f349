import { describe, expect, it } from '@jest/globals';
import type { Message } from '@hub/contracts';
import type { Row } from './message-rows';
import { isWholeInView, rowsInView, sightOf, type ListView } from './sight';

const of = (seq: number): Row => ({ kind: 'message', key: `k${seq}`, message: { seq } as Message, opensRun: false });
const rows: Row[] = [{ kind: 'day', key: 'd', at: '' }, of(3), of(5), { kind: 'unread', key: 'u' }, of(8), of(9)];
const whole = { hasOlder: false, hasNewer: false };

/** Rows of these heights in a window of 100 px, scrolled to an offset. */
function view(heights: number[], scrollOffset: number): ListView {
  const offsets = heights.map((_, index) => heights.slice(0, index).reduce((sum, height) => sum + height, 0));
  return {
    scrollOffset,
    viewportSize: 100,
    findItemIndex: (offset) => offsets.findLastIndex((start) => start <= offset),
    getItemOffset: (index) => offsets[index] ?? 0,
    getItemSize: (index) => heights[index] ?? 0,
  };
}

describe('what is in view', () => {
  it('ends with the last row whose end is seen', () => {
    expect(rowsInView(view([40, 40, 40, 40], 0))).toEqual({ first: 0, last: 1 });
    expect(rowsInView(view([40, 40, 40, 40], 60))).toEqual({ first: 1, last: 3 });
  });

  it('is nothing of a message longer than the window until its end', () => {
    expect(rowsInView(view([500], 100))).toEqual({ first: 0, last: -1 });
    expect(rowsInView(view([500], 400))).toEqual({ first: 0, last: 0 });
  });

  it('knows a row that need not be scrolled to', () => {
    expect(isWholeInView(view([40, 40, 40], 0), 1)).toBe(true);
    expect(isWholeInView(view([40, 40, 40], 0), 2)).toBe(false);
    expect(isWholeInView(view([40, 40, 40], 10), 0)).toBe(false);
  });
});

describe('the messages in view', () => {
  it('are named by seq, with what stands before them', () => {
    expect(sightOf(rows, { first: 2, last: 4 }, whole)).toEqual({ first: 5, last: 8, before: 3, atEnd: false });
    expect(sightOf(rows, { first: 3, last: 5 }, whole)).toEqual({ first: 8, last: 9, before: 5, atEnd: true });
  });

  it('have nothing before them at the beginning, and something unknown where older ones are not loaded', () => {
    expect(sightOf(rows, { first: 0, last: 2 }, whole)?.before).toBe(0);
    expect(sightOf(rows, { first: 0, last: 2 }, { hasOlder: true, hasNewer: false })?.before).toBe(Infinity);
    expect(sightOf(rows, { first: 4, last: 5 }, { hasOlder: false, hasNewer: true })?.atEnd).toBe(false);
  });

  it('are none where only other rows are', () => {
    expect(sightOf(rows, { first: 0, last: 0 }, whole)).toBeUndefined();
    expect(sightOf(rows, { first: 1, last: 0 }, whole)).toBeUndefined();
    expect(sightOf([], { first: 0, last: 0 }, whole)).toBeUndefined();
  });
});
