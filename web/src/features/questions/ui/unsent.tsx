/** What was being written when a question was closed: shown to be copied, and kept until its writer gives it up. */
import { useState } from 'react';
import { useT } from '../../../i18n';
import { Button } from '../../../ui';
import { useProfile } from '../../session';
import { useFormDraft } from '../../writing/forms';
import styles from './questions.module.css';

/** `back` takes the focus once it is deleted. */
export function Unsent({ name, back }: { name: string; back: string }) {
  const t = useT();
  const { before, forget } = useFormDraft(useProfile().id, name);
  const [isGone, setGone] = useState(false);
  const text = before?.values.body ?? '';
  if (isGone || text.trim() === '') return null;
  return (
    <div role="alert" className={styles.note}>
      <p>{t('questions.closed_meanwhile')}</p>
      <p className={styles.unsent} dir="auto">
        {text}
      </p>
      <Button
        look="quiet"
        onClick={() => {
          forget();
          setGone(true);
          document.getElementById(back)?.focus();
        }}
      >
        {t('questions.discard')}
      </Button>
    </div>
  );
}
