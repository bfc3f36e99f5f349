/** Giving up a draft. It cannot be taken back, so it is asked once more, in the same place. */
import { useState } from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { navigate } from '../../../router';
import { Button, failureText } from '../../../ui';
import { useRefresh } from '../use-broadcasts';
import styles from './form.module.css';

interface Props {
  broadcastId: string;
  networkSlug: string;
  onDiscarded(): void;
}

export function Discard({ broadcastId, networkSlug, onDiscarded }: Props) {
  const t = useT();
  const hub = useHub();
  const refresh = useRefresh();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const discard = async () => {
    setBusy(true);
    try {
      await hub.call('broadcast.discard', { broadcastId });
      onDiscarded();
      await refresh();
      announce(t('broadcasts.discarded'));
      navigate({ to: '/n/$networkSlug/broadcasts', params: { networkSlug } }, { replace: true });
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <span className={styles.end}>
      {failure !== undefined && <span role="alert">{failureText(t, failure)} </span>}
      <Button look="quiet" busy={busy} onClick={() => (asked ? void discard() : setAsked(true))} aria-live="polite">
        {t(asked ? 'broadcasts.discard_sure' : 'broadcasts.discard')}
      </Button>
      {asked && (
        <Button look="quiet" onClick={() => setAsked(false)}>
          {t('broadcasts.discard_not')}
        </Button>
      )}
    </span>
  );
}
