/** A labelled line, text, day or choice that a form holds as a string. */
import type { HTMLInputTypeAttribute, ReactNode } from 'react';
import { Field, inputClass } from '../ui';
import forms from './forms.module.css';

interface Props {
  id: string;
  label: string;
  hint?: string | undefined;
  problem: string | undefined;
  value: string;
  required?: boolean;
  onChange(value: string): void;
}

interface LineProps extends Props {
  type?: HTMLInputTypeAttribute;
  min?: string | undefined;
  max?: string | undefined;
}

export function Line({ value, required = true, type = 'text', min, max, onChange, ...field }: LineProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          className={`${inputClass} ${type === 'text' ? '' : forms.short}`}
          type={type}
          min={min}
          max={max}
          autoComplete="off"
          aria-required={required || undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export function Lines({ value, required = true, onChange, ...field }: Props) {
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          {...control}
          className={forms.text}
          rows={3}
          aria-required={required || undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export function Choice({ value, required = true, onChange, children, ...field }: Props & { children: ReactNode }) {
  return (
    <Field {...field}>
      {(control) => (
        <select
          {...control}
          className={inputClass}
          aria-required={required || undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {children}
        </select>
      )}
    </Field>
  );
}
