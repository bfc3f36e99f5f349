import { describe, expect, it } from '@jest/globals';
import type { Notification, NotificationList } from '@hub/contracts';
import { putAway, putBack } from './put-away';

const one = (id: string, needs: 'me' | 'know', readAt: string | null = null) =>
  ({ id, needs, readAt, createdAt: `2026-11-24T10:0${id}:00Z` }) as Notification;
const list: NotificationList = {
  notifications: [one('3', 'know', '2026-11-24T11:00:00Z'), one('2', 'me'), one('1', 'know')],
  unread: 9,
  needsMe: 4,
};

describe('putting away', () => {
  it('takes one out, with what it counted for', () => {
    expect(putAway(list, '2')).toEqual({
      notifications: [one('3', 'know', '2026-11-24T11:00:00Z'), one('1', 'know')],
      unread: 8,
      needsMe: 3,
    });
    expect(putAway(list, '3')).toMatchObject({ unread: 9, needsMe: 4 });
    expect(putAway(list, '7')).toBe(list);
  });

  it('is taken back to where it was', () => {
    expect(putBack(putAway(list, '2'), one('2', 'me'))).toEqual(list);
    expect(putBack(list, one('2', 'me'))).toBe(list);
  });
});
