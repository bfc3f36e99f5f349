/** One reported fault, in the words of whoever met it. */
import type { Fault } from '@hub/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { announce } from '../../../a11y';
import { useFormats, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed } from '../../../ui';
import { requestsKey } from '../use-requests';
import styles from './privacy.module.css';

export function FaultItem({ fault }: { fault: Fault }) {
  const t = useT();
  const id = useId();
  const hub = useHub();
  const { date } = useFormats();
  const client = useQueryClient();
  const [settled, setSettled] = useState(false);
  const [failed, setFailed] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const end = useRef<HTMLParagraphElement>(null);
  const title = t('requests.fault_title', { date: date(fault.at.slice(0, 10)) });
  const settle = async () => {
    setBusy(true);
    setFailed(undefined);
    try {
      await hub.call('fault.settle', { faultId: fault.id });
      flushSync(() => setSettled(true));
      end.current?.focus();
      announce(t('requests.fault_settled'));
      void client.invalidateQueries({ queryKey: requestsKey });
    } catch (error) {
      setFailed(error);
    }
    setBusy(false);
  };
  return (
    <li className={styles.item} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {fault.page !== '' && (
        <p className={styles.hint}>
          {t('requests.fault_page')}: {fault.page}
        </p>
      )}
      <p className={styles.said} dir="auto">
        {fault.text}
      </p>
      {fault.contact !== '' && !settled && (
        <p>
          {t('requests.fault_contact')}: {fault.contact}
        </p>
      )}
      {failed !== undefined && <Failed error={failed} />}
      {settled ? (
        <p ref={end} tabIndex={-1} className={styles.done}>
          {t('requests.fault_settled')}
        </p>
      ) : (
        <Button busy={busy} aria-label={`${t('requests.fault_settle')}: ${title}`} onClick={() => void settle()}>
          {t('requests.fault_settle')}
        </Button>
      )}
    </li>
  );
}
