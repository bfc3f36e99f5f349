import { describe, expect, it } from '@jest/globals';
import type { Notification, NotificationList } from '@hub/contracts';
import { markRead } from './mark-read';

const at = '2026-11-24T10:00:00Z';
const list: NotificationList = {
  notifications: [
    { id: 'a', readAt: null },
    { id: 'b', readAt: null },
    { id: 'c', readAt: '2026-11-23T10:00:00Z' },
  ] as Notification[],
  // More are unread than the list is long enough to show.
  unread: 7,
  needsMe: 3,
};
const readAt = (after: NotificationList) => after.notifications.map((one) => one.readAt);

describe('marking as read', () => {
  it('marks those named, once', () => {
    const after = markRead(list, ['a', 'c'], at);
    expect(readAt(after)).toEqual([at, null, '2026-11-23T10:00:00Z']);
    expect(after).toMatchObject({ unread: 6, needsMe: 3 });
  });

  it('marks everything, also what is not listed', () => {
    const after = markRead(list, undefined, at);
    expect(readAt(after)).toEqual([at, at, '2026-11-23T10:00:00Z']);
    expect(after.unread).toBe(0);
  });
});
