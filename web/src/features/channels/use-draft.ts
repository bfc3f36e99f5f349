/** A draft in hand: saved at each pause in writing, and whenever the page may be about to go. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Drafts, emptyDraft, type Draft } from './drafts';

const pauseMs = 400;

export interface DraftInHand {
  draft: Draft;
  /** False while this device refuses to keep drafts. */
  kept: boolean;
  change(part: Partial<Draft>): void;
  /** Empties what is shown at once, and what is stored when the text is safe elsewhere; the language stays. */
  clear(safe: Promise<unknown>): void;
}

export function useDraft(personId: string, conversation: string): DraftInHand {
  const drafts = useMemo(() => new Drafts(() => localStorage, personId), [personId]);
  const [draft, setDraft] = useState(() => drafts.read(conversation));
  const [kept, setKept] = useState(true);
  const unsaved = useRef<Draft>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(draft);

  const save = useCallback(() => {
    clearTimeout(timer.current);
    if (unsaved.current === undefined) return;
    setKept(drafts.write(conversation, unsaved.current));
    unsaved.current = undefined;
  }, [drafts, conversation]);

  useEffect(() => {
    const hidden = () => document.visibilityState === 'hidden' && save();
    addEventListener('pagehide', save);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      removeEventListener('pagehide', save);
      document.removeEventListener('visibilitychange', hidden);
      save();
    };
  }, [save]);

  const put = useCallback((next: Draft) => {
    latest.current = next;
    unsaved.current = next;
    setDraft(next);
  }, []);

  const change = useCallback(
    (part: Partial<Draft>) => {
      put({ ...latest.current, ...part });
      clearTimeout(timer.current);
      timer.current = setTimeout(save, pauseMs);
    },
    [put, save],
  );

  const clear = useCallback(
    (safe: Promise<unknown>) => {
      clearTimeout(timer.current);
      put({ ...emptyDraft, language: latest.current.language });
      void safe.catch(() => undefined).then(save);
    },
    [put, save],
  );

  return { draft, kept, change, clear };
}
