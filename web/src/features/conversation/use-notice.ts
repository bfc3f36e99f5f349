/** A word on what was done or could not be, shown above the composer for a while, and spoken. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { announce } from '../../a11y';

const shownMs = 5_000;

export function useNotice(): { notice: string; say(text: string): void } {
  const [notice, setNotice] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const say = useCallback((text: string) => {
    announce(text);
    setNotice(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setNotice(''), shownMs);
  }, []);
  return { notice, say };
}
