/**
 * A draft in hand: stored with every letter, so that not even a crash takes one. Where two tabs show the same draft, each
 * follows the other, unless what it shows has gone its own way.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Drafts, emptyDraft, readable, stored, type Draft } from './drafts';

export interface DraftInHand {
  draft: Draft;
  /** False while this device refuses to keep drafts. */
  kept: boolean;
  change(part: Partial<Draft>): void;
  /** Empties what is shown at once, and what is stored when the text is safe elsewhere; the language stays. */
  clear(safe: Promise<unknown>): void;
}

export function useDraft(personId: string, conversation: string, first = emptyDraft): DraftInHand {
  const drafts = useMemo(() => new Drafts(() => localStorage, personId), [personId]);
  const [draft, setDraft] = useState(() => {
    const kept = drafts.read(conversation);
    return kept === emptyDraft ? first : kept;
  });
  const [kept, setKept] = useState(true);
  const latest = useRef(draft);

  const put = useCallback((next: Draft) => {
    latest.current = next;
    setDraft(next);
  }, []);

  useEffect(() => {
    const follow = ({ key, oldValue, newValue }: StorageEvent) => {
      if (key === drafts.key(conversation) && oldValue === stored(latest.current)) put(readable(newValue));
    };
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }, [drafts, conversation, put]);

  const change = useCallback(
    (part: Partial<Draft>) => {
      put({ ...latest.current, ...part });
      setKept(drafts.write(conversation, latest.current));
    },
    [put, drafts, conversation],
  );

  const clear = useCallback(
    (safe: Promise<unknown>) => {
      const cleared: Draft = { ...emptyDraft, language: latest.current.language };
      const left = stored(drafts.read(conversation));
      put(cleared);
      // What has been written meanwhile, here or in another tab, is stored already.
      const isLeft = () => latest.current === cleared && stored(drafts.read(conversation)) === left;
      const empty = () => isLeft() && drafts.write(conversation, cleared);
      void safe.catch(() => undefined).then(empty);
    },
    [put, drafts, conversation],
  );

  return { draft, kept, change, clear };
}
