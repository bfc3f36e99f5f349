/** A form over a visit: what is sent is what was changed, and what another one changed meanwhile is shown, not lost. */
import type { VisitPage } from '@hub/contracts';
import { useState } from 'react';
import { useForm, type FormState } from '../../forms/use-form';
import { checkBy } from './check-by';
import { rebase, type Clash, type Values } from './rebase';
import { isConflict, useChanging } from './use-visit';
import type { Given } from './visit-values';

interface Options {
  fields: readonly string[];
  valuesOf(page: VisitPage): Values;
  changedIn(values: Values, base: Values): Given;
}

export interface VisitForm {
  form: FormState<string>;
  values: Values;
  set(field: string, value: string): void;
  /** What somebody else changed since the form was opened. */
  clashes: readonly Clash[];
  /** Takes everything as it is now. */
  takeTheirs(): void;
  /** Answers `undefined` where nothing was changed. */
  save(more: Given, onSaved: (version: number | undefined) => void): void;
}

export function useVisitForm(page: VisitPage, { fields, valuesOf, changedIn }: Options): VisitForm {
  const changing = useChanging(page.visit.id);
  const [base, setBase] = useState(page);
  const [values, setValues] = useState(() => valuesOf(page));
  const [clashes, setClashes] = useState<readonly Clash[]>([]);
  const form = useForm<string>(fields, checkBy('ChangeVisit'));

  const send = async (from: VisitPage, mine: Values, more: Given): Promise<number | undefined | 'clash'> => {
    const given = changedIn(mine, valuesOf(from));
    if (Object.keys(given).length === 0) return undefined;
    try {
      return await changing.change(from.visit.version, { ...given, ...more });
    } catch (error) {
      if (!isConflict(error)) throw error;
      const now = await changing.fresh();
      const { values: rebased, clashes: found } = rebase(mine, valuesOf(from), valuesOf(now));
      setBase(now);
      setValues(rebased);
      setClashes(found);
      return found.length > 0 ? 'clash' : send(now, rebased, more);
    }
  };

  return {
    form,
    values,
    clashes,
    set: (field, value) => {
      setValues((before) => ({ ...before, [field]: value }));
      form.clear(field);
    },
    takeTheirs: () => {
      setValues(valuesOf(base));
      setClashes([]);
    },
    save: (more, onSaved) => {
      const { id: visitId, version: baseVersion } = base.visit;
      const checked = { visitId, baseVersion, ...changedIn(values, valuesOf(base)), ...more };
      void form.submit(checked, async () => {
        const version = await send(base, values, more);
        if (version !== 'clash') onSaved(version);
      });
    },
  };
}
