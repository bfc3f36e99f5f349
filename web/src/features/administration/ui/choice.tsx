/** One choice out of a list, with its label. */
import { Field, inputClass } from '../../../ui';

interface Props {
  label: string;
  value: string;
  choices: readonly (readonly [value: string, name: string])[];
  onChange(value: string): void;
  id?: string;
  problem?: string | undefined;
}

export function Choice({ value, choices, onChange, ...field }: Props) {
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} className={inputClass} value={value} onChange={(event) => onChange(event.target.value)}>
          {choices.map(([one, name]) => (
            <option key={one} value={one}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
