/** A short form that asks why. */
import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { Lines } from '../../../forms/inputs';
import { useForm } from '../../../forms/use-form';
import { useWrongFocus } from '../../../forms/use-wrong-focus';
import { useT } from '../../../i18n';
import { Button, Failed } from '../../../ui';
import { checkBy } from '../check-by';
import { useRefresh } from '../use-questions';
import styles from './questions.module.css';

interface Props {
  name: 'decline' | 'reopen' | 'close' | 'assign';
  label: string;
  hint?: string;
  button: string;
  required?: boolean;
  /** What the hub will be given, to be checked. */
  input(reason: string): unknown;
  send(reason: string): Promise<unknown>;
  /** Read aloud once it is done. */
  said: string;
  onDone(): void;
  /** Above the reason, with what is wrong about whom it is given to. */
  children?(problem: string | undefined): ReactNode;
}

export function ReasonForm({ name, label, hint, button, required = true, input, send, said, onDone, children }: Props) {
  const t = useT();
  const refresh = useRefresh();
  const [reason, setReason] = useState('');
  const form = useForm(['reason', 'personId'], checkBy(name));
  const box = useWrongFocus<HTMLFormElement>(form.failures);
  useEffect(() => box.current?.querySelector<HTMLElement>('select, input, textarea')?.focus(), [box]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.submit(input(reason), async () => {
      await send(reason);
      await refresh();
      announce(said);
      onDone();
    });
  };
  return (
    <form ref={box} noValidate className={styles.panel} aria-label={button} onSubmit={submit}>
      {children?.(form.problem('personId'))}
      <Lines
        id={`question-${name}-reason`}
        label={label}
        hint={hint}
        required={required}
        problem={form.problem('reason')}
        value={reason}
        onChange={(value) => {
          setReason(value);
          form.clear('reason');
        }}
      />
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {button}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('questions.cancel')}
        </Button>
      </div>
    </form>
  );
}
