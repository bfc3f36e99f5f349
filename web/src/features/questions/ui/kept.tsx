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
      <Button look="quiet" onClick={form.startOver}>
        {t('questions.kept_anew')}
      </Button>
    </p>
  );
}
