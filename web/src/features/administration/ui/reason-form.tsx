/** Something that asks for a reason: ending a role, closing or opening an account. */
import { useId, useState, type FormEvent } from 'react';
import forms from '../../../forms/forms.module.css';
import { ProblemSummary } from '../../../forms/problem-summary';
import { useForm } from '../../../forms/use-form';
import { useT } from '../../../i18n';
import { Button, Failed, Field } from '../../../ui';
import styles from './care.module.css';

interface Props {
  label: string;
  hint: string;
  /** What the button says. */
  name: string;
  danger?: boolean;
  /** In place of a refusal that has a better explanation. */
  explain?(error: unknown): string | undefined;
  send(reason: string): Promise<void>;
}

export function ReasonForm({ label, hint, name, danger = false, explain, send }: Props) {
  const t = useT();
  const id = useId();
  const [reason, setReason] = useState('');
  const form = useForm(['reason'], () => import('../reason.schema'));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.submit({ reason }, () => send(reason));
  };
  const explained = form.refused === undefined ? undefined : explain?.(form.refused);
  const problem = form.problem('reason');
  return (
    <form noValidate className={forms.form} onSubmit={submit} aria-label={t('admin.reason_of', { name })}>
      <ProblemSummary problems={[{ fieldId: id, label, text: problem }]} failures={form.failures} />
      <Field id={id} label={label} hint={hint} problem={problem}>
        {(control) => (
          <textarea
            {...control}
            className={forms.text}
            rows={2}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value);
              form.clear('reason');
            }}
          />
        )}
      </Field>
      {explained !== undefined && (
        <p role="alert" className={styles.notice}>
          {explained}
        </p>
      )}
      {form.refused !== undefined && explained === undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" busy={form.busy} className={danger ? styles.danger : undefined}>
          {name}
        </Button>
      </div>
    </form>
  );
}
