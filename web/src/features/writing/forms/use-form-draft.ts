/** The draft of one form: what was begun before, and how it is kept with every letter until it is saved or given up. */
import { useCallback, useMemo, useState } from 'react';
import { FormDrafts, type FormDraft, type FormValues } from './form-drafts';

export interface FormDraftInHand {
  /** What was begun on this device before the form was opened. */
  before: FormDraft | undefined;
  keep(values: FormValues, base: FormValues): void;
  forget(): void;
}

export function useFormDraft(personId: string, name: string): FormDraftInHand {
  const drafts = useMemo(() => new FormDrafts(() => localStorage, personId), [personId]);
  const [before] = useState(() => drafts.read(name));
  const keep = useCallback(
    (values: FormValues, base: FormValues) => drafts.write(name, { base, values }),
    [drafts, name],
  );
  const forget = useCallback(() => drafts.remove(name), [drafts, name]);
  return { before, keep, forget };
}

/** Whether a form was begun on this device, so that it opens again by itself. */
export function hasFormDraft(personId: string, name: string): boolean {
  return new FormDrafts(() => localStorage, personId).read(name) !== undefined;
}
