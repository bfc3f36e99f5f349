/** Where the link of an update's mail leads: it says for whom it acknowledges what, and only the button does. */
import type { AcknowledgementPage } from '@hub/contracts';
import { Failure } from '@hub/contracts/failure';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { announce } from '../../../a11y';
import { useFormats, useT } from '../../../i18n';
import { Button, buttonClass } from '../../../ui/button';
import { Failed } from '../../../ui/failed';
import { Loading } from '../../../ui/loading';
import { PageHeader } from '../../../ui/page-header';
import { callHub } from '../hub';
import { isGone } from '../is-gone';
import styles from './entrance.module.css';

/** Few need it: only where the mail was of a version that was corrected. */
const MessageBody = lazy(async () => ({ default: (await import('../../messages')).MessageBody }));
const none: never[] = [];
const nobody = { id: '', memberships: [] };

export function AcknowledgePage() {
  const t = useT();
  const [token] = useState(() => decodeURIComponent(location.pathname.slice('/acknowledge/'.length)));
  const [page, setPage] = useState<AcknowledgementPage>();
  const [given, setGiven] = useState(false);
  const [error, setError] = useState<unknown>();
  const load = useCallback(() => {
    setError(undefined);
    callHub('acknowledgement.read', { token }).then(setPage, setError);
  }, [token]);
  useEffect(load, [load]);

  if (isGone(error)) return <Gone />;
  if (page)
    return (
      <Asked
        page={page}
        given={given}
        give={async () => {
          setPage(await callHub('acknowledgement.give', { token, version: page.version }));
          setGiven(true);
          announce(t('broadcasts.thanks'));
        }}
        onCorrected={load}
        onGone={setError}
      />
    );
  if (error !== undefined) return <Failed page error={error} onRetry={load} />;
  return <Loading text={t('acknowledge.loading')} />;
}

function Gone() {
  const t = useT();
  return (
    <div className={styles.page}>
      <PageHeader lead={t('acknowledge.gone_hint')}>{t('acknowledge.gone')}</PageHeader>
      <a href="/" className={buttonClass('primary')}>
        {t('acknowledge.to_hub')}
      </a>
    </div>
  );
}

interface Props {
  page: AcknowledgementPage;
  /** By the button of this page, just now. */
  given: boolean;
  give(): Promise<void>;
  /** Meanwhile, so that what it says now has to be read first. */
  onCorrected(): void;
  onGone(error: unknown): void;
}

function Asked({ page, given, give, onCorrected, onGone }: Props) {
  const t = useT();
  const { date, full } = useFormats();
  const { personName, language, author, sentAt, acknowledgeBy, acknowledgedAt, corrected } = page;
  return (
    <div className={styles.page}>
      <PageHeader lead={t('acknowledge.lead', { author, moment: full(sentAt) })}>{t('acknowledge.heading')}</PageHeader>
      <p className={styles.what} lang={language} dir="auto">
        {page.title}
      </p>
      {acknowledgedAt === null && corrected && <Corrected key={page.version} {...corrected} language={language} />}
      {acknowledgedAt === null ? (
        <>
          <p>
            {acknowledgeBy === null
              ? t('acknowledge.for', { name: personName })
              : t('acknowledge.for_by', { name: personName, date: date(acknowledgeBy) })}
          </p>
          <GiveButton {...{ personName, give, onCorrected, onGone }} />
        </>
      ) : (
        <Done given={given} name={personName} moment={full(acknowledgedAt)} />
      )}
    </div>
  );
}

/** The mail was of an earlier version: what was corrected, and all of what it says now. */
function Corrected({ note, body, language }: NonNullable<AcknowledgementPage['corrected']> & { language: string }) {
  const t = useT();
  return (
    <>
      <div role="status" className={styles.note}>
        <p>{t('acknowledge.corrected')}</p>
        <p>
          <strong>{t('broadcasts.correction')}</strong> <span dir="auto">{note}</span>
        </p>
      </div>
      <Suspense fallback={<Loading text={t('acknowledge.loading')} />}>
        <MessageBody body={body} mentions={none} language={language} reader={nobody} />
      </Suspense>
    </>
  );
}

type GiveProps = { personName: string } & Pick<Props, 'give' | 'onCorrected' | 'onGone'>;

function GiveButton({ personName, give, onCorrected, onGone }: GiveProps) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const press = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await give();
    } catch (failure) {
      setBusy(false);
      if (isGone(failure)) onGone(failure);
      else if (failure instanceof Failure && failure.code === 'CONFLICT') onCorrected();
      else setError(failure);
    }
  };
  return (
    <>
      {error !== undefined && <Failed error={error} />}
      <Button look="primary" busy={busy} onClick={() => void press()}>
        {t('acknowledge.give', { name: personName })}
      </Button>
    </>
  );
}

/** The button that had the focus is gone: it goes to what stands in its place. */
function Done({ given, name, moment }: { given: boolean; name: string; moment: string }) {
  const t = useT();
  const text = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (given) text.current?.focus();
  }, [given]);
  return (
    <>
      <p ref={text} tabIndex={-1} className={styles.done}>
        {t(given ? 'acknowledge.done' : 'acknowledge.done_already', { name, moment })}
      </p>
      <p>{t('acknowledge.close')}</p>
      <a href="/" className={buttonClass()}>
        {t('acknowledge.to_hub')}
      </a>
    </>
  );
}
