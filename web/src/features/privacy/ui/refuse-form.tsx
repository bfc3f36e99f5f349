/** Why a request is refused, in words that its person reads. */
import { useRef, useState, type FormEvent } from 'react';
import { useT } from '../../../i18n';
import { Button, Field } from '../../../ui';
import styles from './privacy.module.css';

const longestReason = 500;

interface Props {
  name: string;
  busy: boolean;
  onRefuse(reason: string): void;
  onCancel(): void;
}

export function RefuseForm({ name, busy, onRefuse, onCancel }: Props) {
  const t = useT();
  const field = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') return onRefuse(reason.trim());
    setMissing(true);
    field.current?.focus();
  };
  return (
    <form noValidate className={styles.form} onSubmit={send}>
      <Field
        label={t('requests.reason')}
        hint={t('requests.reason_hint', { name })}
        problem={missing ? t('requests.reason_missing') : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            ref={field}
            className={styles.textarea}
            rows={3}
            maxLength={longestReason}
            aria-required
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- it opens at the press of a button, in its place
            autoFocus
            value={reason}
            onChange={(event) => {
              setReason(event.target.value);
              setMissing(false);
            }}
          />
        )}
      </Field>
      <div className={styles.actions}>
        <Button type="submit" look="primary" busy={busy}>
          {t('requests.refuse_now')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('requests.cancel')}
        </Button>
      </div>
    </form>
  );
}
