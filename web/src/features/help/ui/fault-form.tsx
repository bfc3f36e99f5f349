/** Reporting a fault, with or without an account. What was typed stays until it is sent. */
import { caller } from '@hub/client/call';
import { useRef, useState, type FormEvent } from 'react';
import { flushSync } from 'react-dom';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { ProblemSummary } from '../../../forms/problem-summary';
import { useForm } from '../../../forms/use-form';
import { useT } from '../../../i18n';
import { Button, Failed, Field, inputClass } from '../../../ui';
import styles from './help.module.css';

const call = caller({ origin: '' });
const fields = ['page', 'text', 'contact'] as const;
const empty = { page: '', text: '', contact: '' };

export function FaultForm() {
  const t = useT();
  const [value, setValue] = useState(empty);
  const [sent, setSent] = useState(false);
  const form = useForm(fields, () => import('../fault.schema'));
  const thanks = useRef<HTMLParagraphElement>(null);
  const change = (field: (typeof fields)[number], text: string) => {
    setValue((before) => ({ ...before, [field]: text }));
    form.clear(field);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    void form.submit(value, async () => {
      await call('fault.report', value);
      flushSync(() => {
        setValue(empty);
        setSent(true);
      });
      thanks.current?.focus();
      announce(t('fault.sent'));
    });
  };
  if (sent)
    return (
      <div className={styles.done}>
        <p ref={thanks} tabIndex={-1} className={styles.thanks}>
          {t('fault.sent')}
        </p>
        <Button onClick={() => setSent(false)}>{t('fault.again')}</Button>
      </div>
    );
  const problems = fields.map((field) => ({
    fieldId: `fault-${field}`,
    label: t(`fault.${field}`),
    text: form.problem(field),
  }));
  return (
    <form noValidate className={styles.form} onSubmit={send}>
      <ProblemSummary problems={problems} failures={form.failures} />
      <Field id="fault-page" label={t('fault.page')} hint={t('fault.page_hint')} problem={form.problem('page')}>
        {(control) => (
          <input
            {...control}
            className={inputClass}
            value={value.page}
            onChange={(event) => change('page', event.target.value)}
          />
        )}
      </Field>
      <Field id="fault-text" label={t('fault.text')} problem={form.problem('text')}>
        {(control) => (
          <textarea
            {...control}
            className={forms.text}
            rows={5}
            aria-required
            value={value.text}
            onChange={(event) => change('text', event.target.value)}
          />
        )}
      </Field>
      <Field
        id="fault-contact"
        label={t('fault.contact')}
        hint={t('fault.contact_hint')}
        problem={form.problem('contact')}
      >
        {(control) => (
          <input
            {...control}
            className={inputClass}
            autoComplete="email"
            value={value.contact}
            onChange={(event) => change('contact', event.target.value)}
          />
        )}
      </Field>
      {form.refused !== undefined && <Failed error={form.refused} />}
      <div className={forms.actions}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('fault.send')}
        </Button>
      </div>
    </form>
  );
}
