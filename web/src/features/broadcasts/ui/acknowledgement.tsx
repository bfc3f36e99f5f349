/** Where the reader is asked to say that they have read it: one button, and what became of it. Reading alone says nothing. */
import type { BroadcastPage } from '@hub/contracts';
import { Failure } from '@hub/contracts/failure';
import { CircleCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { announce } from '../../../a11y';
import { useFormats, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed, useNow } from '../../../ui';
import { useRefresh } from '../use-broadcasts';
import styles from './broadcasts.module.css';

export function Acknowledgement({ page }: { page: BroadcastPage }) {
  const t = useT();
  const { date, moment } = useFormats();
  const hub = useHub();
  const refresh = useRefresh();
  const now = useNow();
  const done = useRef<HTMLParagraphElement>(null);
  const [given, setGiven] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const { id: broadcastId, version, acknowledgedAt, acknowledgeBy, author } = page;
  const isDone = acknowledgedAt !== null;
  // The button that had the focus is gone: it goes to what stands in its place.
  useEffect(() => {
    if (given && isDone) done.current?.focus();
  }, [given, isDone]);
  if (!page.mine || !page.acknowledge) return null;

  const give = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await hub.call('broadcast.acknowledge', { broadcastId, version });
      setGiven(true);
      announce(t('broadcasts.thanks'));
    } catch (error) {
      setFailure(error);
    }
    // A version that came meanwhile is to be read before it is acknowledged.
    await refresh();
    setBusy(false);
  };

  if (isDone)
    return (
      <p ref={done} tabIndex={-1} className={styles.done}>
        <CircleCheck aria-hidden size={20} />
        {t('broadcasts.confirmed', { moment: moment(acknowledgedAt, now) })}
      </p>
    );
  return (
    <section aria-labelledby="acknowledge" className={styles.ask}>
      <h2 id="acknowledge">{t('broadcasts.asked')}</h2>
      <p>
        {acknowledgeBy === null
          ? t('broadcasts.asked_hint', { name: author.name })
          : t('broadcasts.asked_by', { name: author.name, date: date(acknowledgeBy) })}
      </p>
      {failure !== undefined &&
        (failure instanceof Failure && failure.code === 'CONFLICT' ? (
          <p role="alert">{t('broadcasts.newer')}</p>
        ) : (
          <Failed error={failure} />
        ))}
      <Button look="primary" busy={busy} onClick={() => void give()}>
        {t('broadcasts.have_read')}
      </Button>
    </section>
  );
}
