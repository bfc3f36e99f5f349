/** The pages that everybody reaches, for whoever is not signed in. */
import { lazy, type ComponentType } from 'react';
import { withTexts } from '../../i18n';

const pages: Partial<Record<string, ComponentType>> = {
  '/accessibility': lazy(async () => ({
    default: (await withTexts('help', import('./ui/accessibility'))).Accessibility,
  })),
  '/privacy': lazy(async () => ({
    default: (await withTexts('help', import('./ui/privacy-notice'))).PrivacyNotice,
  })),
  '/help': lazy(async () => ({ default: (await withTexts('help', import('./ui/guides'))).Guides })),
};

/** The one at this path, or undefined. */
export function openPage(path: string): ComponentType | undefined {
  return pages[path];
}
