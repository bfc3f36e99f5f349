/** Where the link in a letter's foot leads: it says for whom it stops which letters, and only the button does. */
import type { Output } from '@hub/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { Button, buttonClass } from '../../../ui/button';
import { Failed } from '../../../ui/failed';
import { Loading } from '../../../ui/loading';
import { PageHeader } from '../../../ui/page-header';
import { callHub } from '../hub';
import { isGone } from '../is-gone';
import styles from './entrance.module.css';

type Asked = Output<'unsubscription.read'>;

/** They always come; the hub refuses the same ones. */
const critical: ReadonlySet<Asked['what']> = new Set(['broadcast', 'acknowledgement_missing', 'role_ending']);

export function UnsubscribePage() {
  const t = useT();
  const [token] = useState(() => decodeURIComponent(location.pathname.slice('/unsubscribe/'.length)));
  const [asked, setAsked] = useState<Asked>();
  const [error, setError] = useState<unknown>();
  const load = useCallback(() => {
    setError(undefined);
    callHub('unsubscription.read', { token }).then(setAsked, setError);
  }, [token]);
  useEffect(load, [load]);

  if (isGone(error))
    return (
      <div className={styles.page}>
        <PageHeader lead={t('unsubscribe.gone_hint')}>{t('unsubscribe.gone')}</PageHeader>
        <Choices look="primary" />
      </div>
    );
  if (asked) return <Asking asked={asked} token={token} />;
  if (error !== undefined) return <Failed page error={error} onRetry={load} />;
  return <Loading text={t('unsubscribe.loading')} />;
}

function Asking({ asked, token }: { asked: Asked; token: string }) {
  const t = useT();
  const { personName: name, what } = asked;
  const [off, setOff] = useState(asked.off);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const done = useRef<HTMLParagraphElement>(null);
  const always = critical.has(what);
  const heading = t(always ? 'unsubscribe.always_heading' : off ? 'unsubscribe.stopped' : 'unsubscribe.heading');
  const stop = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await callHub('unsubscription.give', { token });
      setOff(true);
      announce(t('unsubscribe.stopped'));
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  useEffect(() => {
    if (off && !asked.off) done.current?.focus();
  }, [off, asked.off]);

  const kind = what === 'digest' ? t('unsubscribe.digest') : t(`preferences.kind.${what}`);
  return (
    <div className={styles.page}>
      <PageHeader lead={t('unsubscribe.lead', { kind, name })}>{heading}</PageHeader>
      {error !== undefined && <Failed error={error} />}
      {always ? (
        <p>{t('unsubscribe.always')}</p>
      ) : (
        <p ref={done} tabIndex={-1}>
          {t(off ? 'unsubscribe.done' : 'unsubscribe.hub_stays')}
        </p>
      )}
      <div className={styles.choices}>
        {!off && !always && (
          <Button look="primary" busy={busy} onClick={() => void stop()}>
            {t('unsubscribe.give', { name })}
          </Button>
        )}
        <Choices look="plain" />
      </div>
    </div>
  );
}

function Choices({ look }: { look: 'primary' | 'plain' }) {
  const t = useT();
  return (
    <p>
      <a href="/settings/notifications" className={buttonClass(look)}>
        {t('unsubscribe.choices')}
      </a>
    </p>
  );
}
