/** What the reader put away stays where it was, with a way back, until they leave the page: nothing moves under their hands. */
import type { Box, Notification, NotificationList } from '@hub/contracts';
import { useState } from 'react';
import { announce } from '../../a11y';
import { useFormats, useT } from '../../i18n';
import { read, restore, setDone, setLater } from './inbox-changes';
import { useInboxCache } from './use-inbox';

/** Done, in a box again (`open`), or put off until an instant. */
export type Handled = { how: 'done' } | { how: 'open' } | { how: 'later'; until: string };

export interface Shown {
  notification: Notification;
  handled: Handled | undefined;
}

export function useHandled(box: Box, list: NotificationList | undefined) {
  const t = useT();
  const { upcoming } = useFormats();
  const cache = useInboxCache();
  const [kept, setKept] = useState<ReadonlyMap<string, Shown>>(new Map());
  const [failed, setFailed] = useState(false);

  const attempt = async (work: () => Promise<void>, said: string) => {
    setFailed(false);
    announce(said);
    try {
      await work();
    } catch {
      setFailed(true);
      setKept(new Map());
    }
  };
  const keep = (notification: Notification, handled: Handled | undefined) =>
    setKept((now) => new Map(now).set(notification.id, { notification, handled }));

  return {
    failed,
    shown: shownOf(box, list, kept),
    read: (ids?: string[]) => attempt(() => read(cache, ids), ids ? '' : t('notifications.marked_all')),
    done: (notification: Notification) => {
      keep(notification, { how: 'done' });
      return attempt(() => setDone(cache, notification, true), t('notifications.is_done'));
    },
    later: (notification: Notification, until: string) => {
      keep(notification, { how: 'later', until });
      return attempt(() => setLater(cache, notification, until), t('notifications.is_later', { at: upcoming(until) }));
    },
    /** Out of its box, among what is open. */
    reopen: (notification: Notification) => {
      keep(notification, { how: 'open' });
      const work = () => (box === 'done' ? setDone(cache, notification, false) : setLater(cache, notification, null));
      return attempt(work, t('notifications.is_open'));
    },
    undo: ({ notification, handled }: Shown) => {
      // It stays even if the hub only tells now that it was put away.
      keep(notification, undefined);
      restore(cache, box, notification);
      const work = async () => {
        if (box === 'done') return setDone(cache, notification, true);
        if (handled?.how === 'done') await setDone(cache, notification, false);
        else await setLater(cache, notification, notification.laterUntil);
      };
      return attempt(work, t('notifications.undone'));
    },
  };
}

export type HandledInbox = ReturnType<typeof useHandled>;

/** In the order of the box, each where it was; what has come again since is shown as it is now. */
function shownOf(box: Box, list: NotificationList | undefined, kept: ReadonlyMap<string, Shown>): Shown[] {
  const rows = new Map(kept);
  for (const notification of list?.notifications ?? []) {
    const before = rows.get(notification.id);
    if (before?.handled && before.notification.createdAt >= notification.createdAt) continue;
    rows.set(notification.id, { notification, handled: undefined });
  }
  return [...rows.values()].sort((a, b) => orders[box](a.notification, b.notification));
}

const down = (a: string | null, b: string | null) => (b ?? '').localeCompare(a ?? '');
const orders: Record<Box, (a: Notification, b: Notification) => number> = {
  open: (a, b) => down(a.createdAt, b.createdAt) || down(a.id, b.id),
  later: (a, b) => down(b.laterUntil, a.laterUntil) || down(a.id, b.id),
  done: (a, b) => down(a.doneAt, b.doneAt) || down(a.id, b.id),
};
