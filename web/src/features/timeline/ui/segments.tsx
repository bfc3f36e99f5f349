/** One of a few, side by side; each is a button that is pressed or not. */
import styles from './controls.module.css';

interface Props<T extends string> {
  label: string;
  value: T;
  choices: readonly (readonly [value: T, name: string])[];
  onChange(value: T): void;
}

export function Segments<T extends string>({ label, value, choices, onChange }: Props<T>) {
  return (
    <div className={styles.segments} role="group" aria-label={label}>
      {choices.map(([one, name]) => (
        <button key={one} type="button" aria-pressed={one === value} onClick={() => onChange(one)}>
          {name}
        </button>
      ))}
    </div>
  );
}
