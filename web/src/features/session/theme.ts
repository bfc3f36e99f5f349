/** The colours a person chose, remembered on the device so that the next visit starts in them. */
import type { ColourTheme } from '@hub/contracts';

const storageKey = 'hub-theme';

export function showTheme(theme: ColourTheme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // Without storage the next visit starts in the device's own colours.
  }
}

export function showRememberedTheme(): void {
  try {
    const theme = localStorage.getItem(storageKey);
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // As above.
  }
}
