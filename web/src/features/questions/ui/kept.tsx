/** Says that a form is shown as it was left on this device, and how to begin anew. */
import { useT } from '../../../i18n';
import { Button } from '../../../ui';
import styles from './form.module.css';

export function Kept({ form }: { form: { wasKept: boolean; startOver(): void } }) {
  const t = useT();
  if (!form.wasKept) return null;
  return (
    <p className={styles.kept}>
      {t('questions.kept')}
      <Button
        look="quiet"
        onClick={({ currentTarget }) => {
          // The button goes with what was kept; the first field takes the focus.
          const box = currentTarget.closest('form');
          form.startOver();
          requestAnimationFrame(() => box?.querySelector<HTMLElement>('input, textarea, select')?.focus());
        }}
      >
        {t('questions.kept_anew')}
      </Button>
    </p>
  );
}
