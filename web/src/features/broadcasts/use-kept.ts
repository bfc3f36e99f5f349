/** What a form of a broadcast holds, kept on this device among the person's drafts until the hub has it. */
import type { BroadcastPage } from '@hub/contracts';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useProfile } from '../session';
import { Drafts, emptyDraft, type Draft } from '../writing';
import { isSame, valuesOf, type Values } from './form-values';

interface Holding {
  texts: readonly { body: string; title: string }[];
}

/** The form as it was left, else as it begins; how to change it, and how to forget it once the hub has it. */
export function useKept<V extends Holding>(place: string, begin: () => V) {
  const { id } = useProfile();
  const [drafts] = useState(() => new Drafts(() => localStorage, id));
  const [kept] = useState(() => drafts.read(place) as unknown as { form?: V });
  const [values, setValues] = useState<V>(() => kept.form ?? begin());
  const [wasKept, setWasKept] = useState(kept.form !== undefined);
  const [touched, setTouched] = useState(false);
  useEffect(() => {
    if (!touched) return;
    const text = values.texts.map(({ title, body }) => `${title} ${body}`.trim()).join(' ');
    const draft: Draft & { form: V } = { ...emptyDraft, text: text.trim() || ' ', form: values };
    drafts.write(place, draft);
  }, [drafts, place, touched, values]);
  const change = useCallback((part: Partial<V>) => {
    setTouched(true);
    setValues((before) => ({ ...before, ...part }));
  }, []);
  const forget = useCallback(() => {
    setTouched(false);
    drafts.write(place, emptyDraft);
  }, [drafts, place]);
  return {
    values,
    change,
    forget,
    /** It is shown as it was left on this device. */
    wasKept,
    /** Back to how it begins. */
    startOver: useCallback(() => {
      forget();
      setWasKept(false);
      setValues(begin());
    }, [begin, forget]),
  };
}

/** Where the form of what was not sent yet is kept. */
export const unsentPlace = (broadcastId: string): string => `broadcast:${broadcastId}`;

/** Whether this device keeps changes that the hub does not have; another tab may be making them. */
export function useUnsaved(page: BroadcastPage): boolean {
  const { id } = useProfile();
  const [drafts] = useState(() => new Drafts(() => localStorage, id));
  return useSyncExternalStore(followTabs, () => {
    const { form } = drafts.read(unsentPlace(page.id)) as { form?: Values };
    return form !== undefined && !isSame(form, valuesOf(page));
  });
}

function followTabs(look: () => void): () => void {
  addEventListener('storage', look);
  return () => removeEventListener('storage', look);
}
