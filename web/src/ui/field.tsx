/** A labelled input with its hint and what is wrong with it, tied together for those who cannot see them side by side. */
import { useId, type ReactNode } from 'react';
import styles from './field.module.css';

interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface Props {
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
  /** A fixed id where a summary of problems links to it. */
  id?: string;
  children: (control: ControlProps) => ReactNode;
}

export function Field({ label, hint, problem, id, children }: Props) {
  const own = useId();
  const controlId = id ?? own;
  const described = [hint && `${controlId}-hint`, problem && `${controlId}-problem`].filter(Boolean).join(' ');
  return (
    <div className={styles.field} data-wrong={problem !== undefined || undefined}>
      <label htmlFor={controlId} className={styles.label}>
        {label}
      </label>
      {hint && (
        <p id={`${controlId}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${controlId}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
      {children({
        id: controlId,
        'aria-describedby': described || undefined,
        'aria-invalid': problem !== undefined || undefined,
      })}
    </div>
  );
}

/** The look of text inputs and selects. */
export const inputClass = styles.input;
