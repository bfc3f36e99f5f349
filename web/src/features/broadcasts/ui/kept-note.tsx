/** That a form is shown as it was left on this device, and the way back. */
import { useT } from '../../../i18n';
import { Button } from '../../../ui';
import styles from './form.module.css';

interface Props {
  /** What the way back leads to. */
  back: string;
  onBack(): void;
}

export function KeptNote({ back, onBack }: Props) {
  const t = useT();
  return (
    <p className={styles.kept}>
      {t('broadcasts.kept')}
      <Button
        look="quiet"
        onClick={() => {
          onBack();
          // The button is gone.
          document.getElementById('texts')?.focus();
        }}
      >
        {back}
      </Button>
    </p>
  );
}
