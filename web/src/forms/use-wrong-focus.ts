/** In a short form without a summary: a try that failed leads to the first field that is wrong. */
import { useEffect, useRef, type RefObject } from 'react';

export function useWrongFocus<T extends HTMLElement>(failures: number): RefObject<T | null> {
  const form = useRef<T>(null);
  useEffect(() => {
    if (failures > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [failures]);
  return form;
}
