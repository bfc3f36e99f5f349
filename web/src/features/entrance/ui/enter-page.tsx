/** Where the link of a letter leads. Nothing happens until the button is pressed: mail scanners follow links too. */
import { useState } from 'react';
import { useT } from '../../../i18n';
import { Button, buttonClass } from '../../../ui/button';
import { Failed } from '../../../ui/failed';
import { PageHeader } from '../../../ui/page-header';
import { entered, useSession } from '../../session';
import { callHub, tokenHere } from '../hub';
import { isGone } from '../is-gone';
import styles from './entrance.module.css';

export function EnterPage() {
  const t = useT();
  const session = useSession();
  const [token] = useState(tokenHere);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  const enter = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await entered(await callHub('entrance.enter', { token }));
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  if (isGone(error))
    return (
      <div className={styles.page}>
        <PageHeader lead={t('enter.gone_hint')}>{t('enter.gone')}</PageHeader>
        <a href="/" className={buttonClass('primary')}>
          {t('enter.new')}
        </a>
      </div>
    );
  return (
    <div className={styles.page}>
      <PageHeader lead={t('enter.lead')}>{t('enter.title')}</PageHeader>
      {session.state === 'in' && <p className={styles.note}>{t('enter.other', { name: session.person.name })}</p>}
      {error !== undefined && <Failed error={error} />}
      <Button look="primary" busy={busy} onClick={() => void enter()}>
        {t(busy ? 'entrance.entering' : 'entrance.enter')}
      </Button>
    </div>
  );
}
