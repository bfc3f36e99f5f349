/** Asking to be erased: what goes and what stays is said before, and the request can be taken back while it waits. */
import type { ErasureState } from '@hub/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { announce } from '../../../a11y';
import { useFormats, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed, Loading } from '../../../ui';
import { ErasureForm } from './erasure-form';
import styles from './privacy.module.css';

const key = ['erasure'];

export function Erasure() {
  const t = useT();
  const hub = useHub();
  const { date } = useFormats();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({ queryKey: key, queryFn: () => hub.call('erasure.read', {}) });
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>();
  const heading = useRef<HTMLHeadingElement>(null);

  const act = async (name: 'erasure.request' | 'erasure.withdraw', said: 'erasure.sent' | 'erasure.withdrawn') => {
    setBusy(true);
    setFailed(undefined);
    try {
      const state = await hub.call(name, {});
      flushSync(() => {
        client.setQueryData<ErasureState>(key, state);
        setAsking(false);
      });
      heading.current?.focus();
      announce(t(said));
    } catch (refusal) {
      setFailed(refusal);
    }
    setBusy(false);
  };

  const request = data?.request ?? null;
  const on = date((request?.requestedAt ?? '').slice(0, 10) || '1970-01-01');
  return (
    <section aria-labelledby="erasure" className={styles.section}>
      <h2 id="erasure" ref={heading} tabIndex={-1}>
        {t('erasure.heading')}
      </h2>
      <p>{t('erasure.what')}</p>
      <p>{t('erasure.goes')}</p>
      <p>{t('erasure.stays')}</p>
      <p>{t('erasure.elsewhere')}</p>
      {failed !== undefined && <Failed error={failed} />}
      {data === undefined ? (
        error ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading text={t('mydata.loading')} />
        )
      ) : request && request.outcome === null ? (
        <div className={styles.state}>
          <p>{t('erasure.waits', { date: on })}</p>
          <Button busy={busy} onClick={() => void act('erasure.withdraw', 'erasure.withdrawn')}>
            {t('erasure.withdraw')}
          </Button>
        </div>
      ) : (
        <>
          {request?.outcome === 'refused' && (
            <div className={styles.state}>
              <p>{t('erasure.refused', { date: on })}</p>
              <p className={styles.reason} dir="auto">
                {request.reason}
              </p>
            </div>
          )}
          {asking ? (
            <ErasureForm
              busy={busy}
              onSend={() => void act('erasure.request', 'erasure.sent')}
              onCancel={() => {
                setAsking(false);
                heading.current?.focus();
              }}
            />
          ) : (
            <Button onClick={() => setAsking(true)}>{t('erasure.begin')}</Button>
          )}
        </>
      )}
    </section>
  );
}
