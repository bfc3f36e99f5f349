/** How the reader looks at the timeline: it stands in the address, and what is taste is remembered on this device. */
import { useMemo } from 'react';
import { navigate, useLocation } from '../../router';
import { filterWords, lookOf, said, wordsOf, type Look, type LookChange, type Words } from './look';

const storageKey = 'hub-timeline';
/** A picture of four years does not fit where there is less. */
const narrowPx = 640;

/** For the pages of the timeline, whose addresses understand the same search. */
export function useLook(): [Look, (change: LookChange) => void] {
  const { address, params, search } = useLocation();
  const look = useMemo(() => lookOf(search as Words, remembered(), innerWidth < narrowPx), [search]);
  const change = ({ filter, ...taste }: LookChange) => {
    if (Object.keys(taste).length > 0) remember({ ...remembered(), ...wordsOf(taste) });
    const next = { ...(search as Words), ...wordsOf(taste), ...(filter && filterWords({ ...look.filter, ...filter })) };
    // The pages that look this way understand the same search.
    navigate({ to: address, params, search: said(next) } as never, { replace: true });
  };
  return [look, change];
}

function remembered(): Words {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Words;
  } catch {
    return {};
  }
}

function remember(words: Words): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(words));
  } catch {
    // A browser that keeps nothing still shows what is asked for.
  }
}
