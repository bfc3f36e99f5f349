import { useEffect } from 'react';
import { loadWritingTools } from '../writing';
import { loadTools } from './load-tools';

const signs = ['pointermove', 'pointerdown', 'keydown'] as const;

/** Fetches what a reader may ask for next at their first sign of life, unless data is dear. */
export function useToolsEarly(lowData: boolean): void {
  useEffect(() => {
    if (lowData) return;
    const fetch = () => {
      stop();
      // Whatever needs them asks again.
      for (const load of [loadTools, loadWritingTools]) load().catch(() => undefined);
    };
    const stop = () => {
      for (const sign of signs) removeEventListener(sign, fetch, true);
    };
    for (const sign of signs) addEventListener(sign, fetch, true);
    return stop;
  }, [lowData]);
}
