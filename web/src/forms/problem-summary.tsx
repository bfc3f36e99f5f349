/** Everything that is wrong, on top of a form, each a link to its field. It takes focus when a try has failed. */
import { useEffect, useId, useRef } from 'react';
import { useT } from '../i18n';
import styles from './forms.module.css';

interface Props {
  problems: readonly { fieldId: string; label: string; text: string | undefined }[];
  /** How many tries have failed. */
  failures: number;
}

export function ProblemSummary({ problems, failures }: Props) {
  const t = useT();
  const id = useId();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failures > 0) summary.current?.focus();
  }, [failures]);
  const wrong = problems.filter(({ text }) => text !== undefined);
  if (wrong.length === 0) return null;
  return (
    <div ref={summary} tabIndex={-1} className={styles.summary} aria-labelledby={id} role="group">
      <h2 id={id}>{t('form.problems', { count: wrong.length })}</h2>
      <ul>
        {wrong.map(({ fieldId, label, text }) => (
          <li key={fieldId}>
            <a
              href={`#${fieldId}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(fieldId)?.focus();
              }}
            >
              {label}
            </a>
            {': '}
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
