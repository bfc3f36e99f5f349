/** Typing one's own name is what a slip of the hand does not do. */
import { useId, useRef, useState, type FormEvent } from 'react';
import { useT } from '../../../i18n';
import { Button, Field, inputClass } from '../../../ui';
import { useProfile } from '../../session';
import styles from './privacy.module.css';

interface Props {
  busy: boolean;
  onSend(): void;
  onCancel(): void;
}

const folded = (text: string) => text.trim().replace(/\s+/g, ' ').toLocaleLowerCase();

export function ErasureForm({ busy, onSend, onCancel }: Props) {
  const t = useT();
  const id = useId();
  const { name } = useProfile();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (folded(typed) === folded(name)) return onSend();
    setWrong(true);
    field.current?.focus();
  };
  return (
    <form noValidate className={styles.form} onSubmit={send}>
      <Field
        id={id}
        label={t('erasure.name')}
        hint={t('erasure.name_hint', { name })}
        problem={wrong ? t('erasure.name_wrong', { name }) : undefined}
      >
        {(control) => (
          <input
            {...control}
            ref={field}
            className={`${inputClass} ${styles.name}`}
            autoComplete="off"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- it opens at the press of a button, in its place
            autoFocus
            aria-required
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setWrong(false);
            }}
          />
        )}
      </Field>
      <div className={styles.actions}>
        <Button type="submit" look="primary" busy={busy}>
          {t('erasure.send')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('erasure.cancel')}
        </Button>
      </div>
    </form>
  );
}
