/** What a form holds, kept on this device with every letter until the hub has it or its writer gives it up. */
import { useRef, useState } from 'react';
import { useProfile } from '../session';
import { hasFormDraft, useFormDraft } from '../writing/forms';

export interface KeptForm<Field extends string> {
  values: Record<Field, string>;
  /** What stood there when it was begun. */
  base: Record<Field, string>;
  set(part: Partial<Record<Field, string>>): void;
  forget(): void;
  /** It stands otherwise now: what was not written in here follows, what was stays. */
  rebase(now: Record<Field, string>): void;
  /** It is shown as it was left on this device. */
  wasKept: boolean;
  startOver(): void;
}

export function useKeptForm<Field extends string>(name: string, begin: () => Record<Field, string>): KeptForm<Field> {
  const draft = useFormDraft(useProfile().id, name);
  const [base, setBase] = useState(() => ({
    ...begin(),
    ...(draft.before?.base as Record<Field, string> | undefined),
  }));
  const [values, setValues] = useState(() => ({
    ...base,
    ...(draft.before?.values as Record<Field, string> | undefined),
  }));
  const [wasKept, setWasKept] = useState(draft.before !== undefined);
  const latest = useRef(values);
  return {
    values,
    base,
    wasKept,
    set: (part) => {
      latest.current = { ...latest.current, ...part };
      setValues(latest.current);
      draft.keep(latest.current, base);
    },
    forget: draft.forget,
    rebase: (now) => {
      const fields = Object.keys(now) as Field[];
      const own = fields.filter((field) => latest.current[field] !== base[field]);
      latest.current = { ...now };
      for (const field of own) latest.current[field] = values[field];
      setBase(now);
      setValues(latest.current);
      draft.keep(latest.current, now);
    },
    startOver: () => {
      draft.forget();
      latest.current = begin();
      setBase(latest.current);
      setValues(latest.current);
      setWasKept(false);
    },
  };
}

/**
 * Whether such a form was begun, so that it opens by itself: once. As soon as its reader opens or leaves it, that is
 * what counts.
 */
export function useWasBegun(name: string, isOpened: boolean): [begun: boolean, leave: () => void] {
  const { id } = useProfile();
  const [begun, setBegun] = useState(() => hasFormDraft(id, name));
  if (begun && isOpened) setBegun(false);
  return [begun, () => setBegun(false)];
}
