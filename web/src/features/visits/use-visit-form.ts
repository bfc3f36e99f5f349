/**
 * A form over a visit: what is sent is what was changed, what another one changed meanwhile is shown, not lost, and what
 * was begun is kept on this device until it is saved or given up.
 */
import type { VisitPage } from '@hub/contracts';
import { useEffect, useState } from 'react';
import { useForm, type FormState } from '../../forms/use-form';
import { useProfile } from '../session';
import { hasFormDraft, useFormDraft } from '../writing/forms';
import { checkBy } from './check-by';
import { rebase, type Clash, type Values } from './rebase';
import { isConflict, useChanging } from './use-visit';
import type { Given } from './visit-values';

/** The forms of a visit, each with a draft of its own. */
type FormName = 'timing' | 'plan' | 'lessons';

interface Options {
  name: FormName;
  fields: readonly string[];
  /** The same function at every drawing. */
  valuesOf(page: VisitPage): Values;
  changedIn(values: Values, base: Values): Given;
}

export interface VisitForm {
  form: FormState<string>;
  values: Values;
  set(field: string, value: string): void;
  /** What it shows was begun before, and has not been touched since. */
  fromBefore: boolean;
  /** What somebody else changed since the form was opened. */
  clashes: readonly Clash[];
  /** Takes everything as it is now. */
  takeTheirs(): void;
  /** Gives up what was begun. */
  forget(): void;
  /** Answers `undefined` where nothing was changed. */
  save(more: Given, onSaved: (version: number | undefined) => void): void;
}

export function useVisitForm(page: VisitPage, { name, fields, valuesOf, changedIn }: Options): VisitForm {
  const changing = useChanging(page.visit.id);
  const { before, keep, forget } = useFormDraft(useProfile().id, draftName(page, name));
  const [begun] = useState(() => before && rebase(before.values, before.base, valuesOf(page)));
  const [fromBefore, setFromBefore] = useState(begun !== undefined);
  const [base, setBase] = useState(page);
  const [values, setValues] = useState(() => begun?.values ?? valuesOf(page));
  const [clashes, setClashes] = useState<readonly Clash[]>(begun?.clashes ?? []);
  const form = useForm<string>(fields, checkBy('ChangeVisit'));
  useEffect(() => keep(values, valuesOf(base)), [keep, values, valuesOf, base]);

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
    fromBefore,
    clashes,
    set: (field, value) => {
      setValues((others) => ({ ...others, [field]: value }));
      form.clear(field);
    },
    takeTheirs: () => {
      setValues(valuesOf(base));
      setClashes([]);
      setFromBefore(false);
    },
    forget,
    save: (more, onSaved) => {
      const { id: visitId, version: baseVersion } = base.visit;
      const checked = { visitId, baseVersion, ...changedIn(values, valuesOf(base)), ...more };
      void form.submit(checked, async () => {
        const version = await send(base, values, more);
        if (version === 'clash') return;
        forget();
        onSaved(version);
      });
    },
  };
}

/** Whether a form of the visit was begun on this device, so that it is open when the page is. */
export function useBegun(page: VisitPage, name: FormName): boolean {
  const { id } = useProfile();
  const [begun] = useState(() => hasFormDraft(id, draftName(page, name)));
  return begun;
}

function draftName({ visit }: VisitPage, name: FormName): string {
  return `visit:${visit.id}:${name}`;
}
