/** A longer text in Markdown, in the language that it is written in. */
import forms from '../../../forms/forms.module.css';
import { Field } from '../../../ui';
import styles from './form.module.css';

interface Props {
  id: string;
  label: string;
  hint?: string;
  problem: string | undefined;
  language?: string;
  rows?: number;
  value: string;
  onChange(value: string): void;
}

export function BodyField({ language, rows = 8, value, onChange, ...field }: Props) {
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          {...control}
          className={`${forms.text} ${styles.body}`}
          rows={rows}
          lang={language}
          dir="auto"
          aria-required
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
