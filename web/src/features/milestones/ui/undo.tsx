/** The way back from the latest change, for whoever may change it. */
import type { Milestone } from '@hub/contracts';
import { Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, failureText } from '../../../ui';
import { useRefresh } from '../use-milestone';
import styles from './milestone-route.module.css';

interface Props {
  milestone: Milestone;
  text?: string;
  /** It took a change before back: to take that back makes the change again. */
  again?: boolean;
  /** Where the focus goes if it is not there any more once it is done. */
  thenAt: string;
}

export function Undo({ milestone: { id, version }, text, again = false, thenAt }: Props) {
  const t = useT();
  const hub = useHub();
  const refresh = useRefresh(id);
  const box = useRef<HTMLSpanElement>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const undo = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await hub.call('milestone.undo', { milestoneId: id, baseVersion: version });
      announce(t(again ? 'milestone.saved' : 'milestone.undone'));
    } catch (error) {
      setFailure(error);
    }
    // Whatever became of it, what is there now is shown.
    await refresh();
    setBusy(false);
    requestAnimationFrame(() => {
      if (box.current === null) document.getElementById(thenAt)?.focus();
    });
  };
  return (
    <span ref={box} className={styles.saved}>
      {text}
      <Button look="quiet" busy={busy} onClick={() => void undo()}>
        <Undo2 aria-hidden size={17} />
        {t(again ? 'milestone.undo_undo' : 'milestone.undo')}
      </Button>
      {failure !== undefined && <span role="alert">{failureText(t, failure)}</span>}
    </span>
  );
}
