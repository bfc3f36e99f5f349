/** The language of a visitor to the demonstration, for as long as this window is open. */
import type { Locale } from '@hub/contracts';

const storageKey = 'hub-visitor-locale';

export function keepLocale(locale: Locale): void {
  try {
    sessionStorage.setItem(storageKey, locale);
  } catch {
    // Without storage the language of the chosen person is shown after a reload.
  }
}

export function keptLocale(): Locale | undefined {
  try {
    const kept = sessionStorage.getItem(storageKey);
    return kept === 'en' || kept === 'sv' ? kept : undefined;
  } catch {
    return undefined;
  }
}
