/** The keys that count on every page: to the next and the previous unread topic, and the list of all keys. */
import { lazy, Suspense, useEffect, useState } from 'react';
import { announce, usePageKeys } from '../a11y';
import { loadTools } from '../features/conversation/load-tools';
import { useUnread } from '../features/reading/use-unread';
import { useT } from '../i18n';
import { useHub } from '../live';
import { navigate, placeNow } from '../router';
import styles from './bars.module.css';

const KeysDialog = lazy(async () => ({ default: (await loadTools()).KeysDialog }));
const shownMs = 4_000;

export function EverywhereKeys() {
  const t = useT();
  const hub = useHub();
  const { data: unread } = useUnread();
  const [open, setOpen] = useState(false);
  const [notice, setNotice] = useState('');
  useEffect(() => {
    if (notice === '') return;
    announce(notice);
    const timer = setTimeout(() => setNotice(''), shownMs);
    return () => clearTimeout(timer);
  }, [notice]);

  const go = async (step: 1 | -1) => {
    const { unreadBeside } = await loadTools();
    const list = unread ?? (await hub.call('unread.list', {}));
    // From where the reader is by now: after a key before this one the page may still be on its way.
    const topicId = unreadBeside(list, placeNow().params.topicId, step);
    if (topicId === undefined) setNotice(t('tools.unread_none'));
    else navigate({ to: '/t/$topicId', params: { topicId } });
  };
  const goBy = (step: 1 | -1) => void go(step).catch(() => setNotice(t('failure.UNAVAILABLE')));

  usePageKeys({ n: () => goBy(1), p: () => goBy(-1), '?': () => setOpen(true) });
  return (
    <>
      {notice && (
        <p aria-hidden className={styles.notice}>
          {notice}
        </p>
      )}
      {open && (
        <Suspense>
          <KeysDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
