import { describe, expect, it } from '@jest/globals';
import type { Message } from '@hub/contracts';
import { isLoaded, placeOf, rowOfGoal } from './goal';
import type { Row } from './message-rows';
import type { MessageWindow } from '../messages';

const message = (seq: number) => ({ id: `m${seq}`, seq, sentAt: `2026-11-${10 + seq}T10:00:00.000Z` }) as Message;
const of = (seq: number): Row => ({ kind: 'message', key: `k${seq}`, message: message(seq), opensRun: false });
const day = (key: string): Row => ({ kind: 'day', key, at: '' });
const rows: Row[] = [day('d1'), of(1), of(2), day('d2'), { kind: 'unread', key: 'unread' }, of(4), of(5)];
const window = (hasOlder: boolean, hasNewer: boolean): MessageWindow => ({
  messages: [1, 2, 4, 5].map(message),
  hasOlder,
  hasNewer,
  pageStarts: [],
  opening: 1,
});

describe('where a reader is led', () => {
  it('is the end, or one message above what is new', () => {
    expect(rowOfGoal(rows, { to: 'end' })).toEqual({ index: 6, align: 'end' });
    expect(rowOfGoal(rows, { to: 'unread' })).toEqual({ index: 2, align: 'start' });
    expect(rowOfGoal(rows.slice(4), { to: 'unread' })).toEqual({ index: 0, align: 'start' });
    expect(rowOfGoal(rows.slice(0, 3), { to: 'unread' })).toBeUndefined();
  });

  it('is a message by its id or by its seq', () => {
    expect(rowOfGoal(rows, { to: 'message', message: 'm4' })).toEqual({ index: 5, align: 'center', mark: 'k4' });
    expect(rowOfGoal(rows, { to: 'message', message: 2 })?.index).toBe(2);
    expect(rowOfGoal(rows, { to: 'message', message: 3 })).toBeUndefined();
  });

  it('is the first message from a day on, with what stands above it, else the last', () => {
    expect(rowOfGoal(rows, { to: 'time', at: '2026-11-13T00:00:00.000Z' })).toMatchObject({ index: 4, mark: 'k4' });
    expect(rowOfGoal(rows, { to: 'time', at: '2026-12-01T00:00:00.000Z' })?.mark).toBe('k5');
    expect(rowOfGoal([], { to: 'time', at: '2026-12-01T00:00:00.000Z' })).toBeUndefined();
  });

  it('may have to be loaded first', () => {
    expect(isLoaded(window(true, false), rows, { to: 'end' })).toBe(true);
    expect(isLoaded(window(true, true), rows, { to: 'end' })).toBe(false);
    expect(isLoaded(window(true, true), rows, { to: 'message', message: 'm2' })).toBe(true);
    expect(isLoaded(window(true, true), rows, { to: 'message', message: 'm9' })).toBe(false);
    expect(isLoaded(window(true, true), rows, { to: 'unread' })).toBe(true);
    expect(isLoaded(window(true, true), [], { to: 'unread' })).toBe(false);
    const time = (at: string) => isLoaded(window(true, true), rows, { to: 'time', at });
    expect([time('2026-11-12T00:00:00.000Z'), time('2026-11-01'), time('2026-12-01')]).toEqual([true, false, false]);
    expect(isLoaded(window(false, true), rows, { to: 'time', at: '2026-11-01' })).toBe(true);
  });

  it('is asked of the hub by seq, id or time', () => {
    expect(placeOf({ to: 'end' }, 7)).toBe('latest');
    expect(placeOf({ to: 'unread' }, 7)).toEqual({ around: 8 });
    expect(placeOf({ to: 'message', message: 'm1' }, 7)).toEqual({ around: 'm1' });
    expect(placeOf({ to: 'time', at: '2026-11-01' }, undefined)).toEqual({ since: '2026-11-01' });
  });
});
