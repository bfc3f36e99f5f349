/** The mail as its readers would get it, to oneself alone. */
import { useState } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, failureText } from '../../../ui';
import { useProfile } from '../../session';

export function TestMail({ broadcastId }: { broadcastId: string }) {
  const t = useT();
  const hub = useHub();
  const { email } = useProfile();
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const send = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await hub.call('broadcast.test', { broadcastId });
      setSent(true);
      announce(t('broadcasts.test_sent', { email }));
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  return (
    <>
      <Button busy={busy} onClick={() => void send()}>
        {t('broadcasts.test')}
      </Button>
      {sent && failure === undefined && <span className={forms.saved}>{t('broadcasts.test_sent', { email })}</span>}
      {failure !== undefined && <span role="alert">{failureText(t, failure)}</span>}
    </>
  );
}
