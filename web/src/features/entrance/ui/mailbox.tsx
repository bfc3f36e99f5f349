/** The letters that the demonstration would have sent, with links that work. */
import type { KeptLetter } from '@hub/contracts';
import { useCallback, useEffect, useState } from 'react';
import { useT } from '../../../i18n';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { Failed } from '../../../ui/failed';
import { Loading } from '../../../ui/loading';
import { PageHeader } from '../../../ui/page-header';
import { Moment } from '../../../ui/time';
import { callHub } from '../hub';
import styles from './entrance.module.css';

export function Mailbox() {
  const t = useT();
  const [letters, setLetters] = useState<KeptLetter[]>();
  const [error, setError] = useState<unknown>();
  const load = useCallback(() => {
    setError(undefined);
    callHub('demonstration.mails', {}).then(setLetters, setError);
  }, []);
  useEffect(load, [load]);
  if (error !== undefined) return <Failed page error={error} onRetry={load} />;
  if (!letters) return <Loading text={t('mailbox.loading')} />;
  return (
    <>
      <PageHeader lead={t('mailbox.lead')} actions={<Button onClick={load}>{t('mailbox.reload')}</Button>}>
        {t('mailbox.title')}
      </PageHeader>
      {letters.length === 0 ? (
        <EmptyState title={t('mailbox.none')}>{t('mailbox.none_hint')}</EmptyState>
      ) : (
        <div className={styles.letters}>
          {letters.map((letter) => (
            <Letter key={letter.id} letter={letter} />
          ))}
        </div>
      )}
    </>
  );
}

function Letter({ letter: { id, at, recipient, subject, plain } }: { letter: KeptLetter }) {
  const t = useT();
  return (
    <article className={styles.letter} aria-labelledby={`letter-${id}`}>
      <header className={styles.letterHead}>
        <h2 id={`letter-${id}`}>{subject}</h2>
        <Moment at={at} className={styles.to} />
      </header>
      <p className={styles.to}>{t('mailbox.to', { recipient })}</p>
      <p className={styles.text}>
        {plain.split(/(https?:\/\/\S+)/).map((part, n) =>
          n % 2 === 1 ? (
            <a key={part} href={part}>
              {part}
            </a>
          ) : (
            part
          ),
        )}
      </p>
    </article>
  );
}
