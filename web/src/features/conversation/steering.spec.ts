import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Message } from '@hub/contracts';
import type { Row } from './message-rows';
import { Steering, type Scroller } from './steering';

const row = (n: number): Row => ({ kind: 'message', key: `k${n}`, message: {} as Message, opensRun: false });

/** A list of rows of one height in a window of 100 px. */
function listed(count: number, height: number) {
  const hands = new Map<string, (event: object) => void>();
  const state = { top: 0, height, rows: Array.from({ length: count }, (_, n) => row(n)), settled: 0 };
  const scroller = {
    get scrollTop() {
      return state.top;
    },
    set scrollTop(to: number) {
      state.top = Math.max(0, Math.min(to, state.rows.length * state.height - 100));
    },
    get scrollHeight() {
      return state.rows.length * state.height;
    },
    addEventListener: (kind: string, listener: (event: object) => void) => void hands.set(kind, listener),
    removeEventListener: (kind: string) => void hands.delete(kind),
  } as unknown as Scroller;
  const view = {
    get scrollOffset() {
      return state.top;
    },
    viewportSize: 100,
    findItemIndex: (offset: number) => Math.floor(offset / state.height),
    getItemOffset: (index: number) => index * state.height,
    getItemSize: () => state.height,
  };
  const steering = new Steering(
    () => view,
    () => scroller,
    () => state.settled++,
  );
  steering.hold(state.rows);
  const detach = steering.attach();
  return { state, steering, detach, hand: (kind: string, event: object = {}) => hands.get(kind)?.(event) };
}

describe('a list that is led', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('follows its end as it grows', () => {
    const { state, steering } = listed(10, 20);
    steering.toEnd();
    expect(state.top).toBe(100);
    state.rows = [...state.rows, row(10)];
    steering.hold(state.rows);
    expect(state.top).toBe(120);
    state.height = 30;
    steering.steer();
    expect(state.top).toBe(230);
  });

  it('is let go by the reader’s hand at once', () => {
    const { state, steering, hand } = listed(10, 20);
    steering.toEnd();
    hand('wheel', { deltaY: 50 });
    expect(steering.following).toBe(true);
    hand('wheel', { deltaY: -50 });
    expect(steering.following).toBe(false);
    state.top = 40;
    steering.steer();
    expect(state.top).toBe(40);
    steering.toRow(9, 'start');
    hand('touchmove');
    state.top = 40;
    steering.steer();
    expect(state.top).toBe(40);
  });

  it('stays at a row while what lies above it is measured, and is then at rest', () => {
    const { state, steering } = listed(30, 20);
    steering.toRow(10, 'start');
    expect(state.top).toBe(200);
    state.height = 25;
    steering.steer();
    expect(state.top).toBe(250);
    state.rows = [row(-2), row(-1), ...state.rows];
    steering.hold(state.rows);
    expect(state.top).toBe(300);
    jest.advanceTimersByTime(400);
    expect(state.settled).toBe(1);
    state.top = 40;
    steering.steer();
    expect(state.top).toBe(40);
  });

  it('moves no further than needed to show the nearest', () => {
    const { state, steering } = listed(30, 20);
    state.top = 100;
    steering.toRow(6, 'nearest');
    expect(state.top).toBe(100);
    steering.toRow(4, 'nearest');
    expect(state.top).toBe(80);
    steering.toRow(20, 'nearest');
    expect(state.top).toBe(320);
    steering.toRow(20, 'center');
    expect(state.top).toBe(360);
    steering.toRow(20, 'end');
    expect(state.top).toBe(320);
  });

  it('follows whoever comes to the end by themselves, and no list that is gone', () => {
    const { steering, detach } = listed(10, 20);
    steering.arrive();
    expect(steering.following).toBe(true);
    detach();
    expect(steering.following).toBe(false);
  });
});
