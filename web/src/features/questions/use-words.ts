/** The words of a search: once their writer pauses they go into the address, and what it says otherwise goes into the field. */
import { useEffect, useState } from 'react';
import { useSettled } from './use-settled';

export function useWords(
  inAddress: string,
  onSettled: (words: string) => void,
): [words: string, write: (words: string) => void] {
  const [words, write] = useState(inAddress);
  const [before, setBefore] = useState(inAddress);
  /** What the address is to say, or says. */
  const [said, setSaid] = useState(inAddress);
  const settled = useSettled(words, 300);
  if (inAddress !== before) {
    setBefore(inAddress);
    // Somebody went back or on, or showed all: what was written before is no longer what is shown.
    if (inAddress !== said) {
      setSaid(inAddress);
      write(inAddress);
    }
  }
  useEffect(() => {
    if (settled !== words || settled === inAddress) return;
    setSaid(settled);
    onSettled(settled);
    // What is written leads the address once it is settled, and only then.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);
  return [words, write];
}
