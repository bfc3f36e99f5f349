/** Says that a form shows what its reader had begun before, and offers to give that up. */
import { useT } from '../../../i18n';
import { Button } from '../../../ui';
import type { VisitForm } from '../use-visit-form';
import styles from './visits.module.css';

export function Begun({ form: { fromBefore, takeTheirs } }: { form: VisitForm }) {
  const t = useT();
  if (!fromBefore) return null;
  return (
    <div className={styles.begun}>
      <p>{t('visits.begun')}</p>
      <Button look="quiet" onClick={takeTheirs}>
        {t('visits.begun_forget')}
      </Button>
    </div>
  );
}
