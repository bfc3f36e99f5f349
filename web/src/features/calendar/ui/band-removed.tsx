/** What was taken out of the bands just now, with the way back. */
import { useState } from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, failureText } from '../../../ui';
import { useFreshBands } from '../use-fresh-bands';
import styles from './calendar.module.css';

export interface Removed {
  bandId: string;
  name: string;
}

export function BandRemoved({ removed: { bandId, name }, onBack }: { removed: Removed; onBack: () => void }) {
  const t = useT();
  const hub = useHub();
  const refresh = useFreshBands();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const giveBack = async () => {
    setBusy(true);
    setRefused(undefined);
    try {
      await hub.call('band.restore', { bandId });
      await refresh();
      onBack();
      announce(t('bands.restored', { name }));
    } catch (error) {
      setRefused(error);
      setBusy(false);
    }
  };
  return (
    <div className={styles.removed}>
      <p>{t('bands.removed', { name })}</p>
      <Button look="quiet" busy={busy} onClick={() => void giveBack()}>
        {t('bands.undo')}
      </Button>
      <p role="alert" className={styles.problem}>
        {refused !== undefined && failureText(t, refused)}
      </p>
    </div>
  );
}
