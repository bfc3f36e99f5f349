/** The pages that letters lead to, by their address; open to whoever is signed in here, or nobody. */
import { lazy, type ComponentType } from 'react';
import { addTexts, withTexts } from '../../i18n';

const pages: Partial<Record<string, ComponentType>> = {
  '/enter': lazy(async () => ({ default: (await import('./ui/enter-page')).EnterPage })),
  '/invitation': lazy(async () => ({ default: (await import('./ui/invitation-page')).InvitationPage })),
  '/demo/mailbox': lazy(async () => ({ default: (await import('./ui/mailbox')).Mailbox })),
  '/unsubscribe/$token': lazy(async () => {
    addTexts((await import('../../rare-texts')).rareTexts);
    return { default: (await withTexts('preferences', import('./ui/unsubscribe-page'))).UnsubscribePage };
  }),
  '/acknowledge/$token': lazy(async () => {
    addTexts((await import('../../rare-texts')).rareTexts);
    return { default: (await withTexts('broadcasts', import('./ui/acknowledge-page'))).AcknowledgePage };
  }),
};

/** The one at this path, or undefined. */
export function entrancePage(path: string): ComponentType | undefined {
  return pages[path] ?? pages[path.replace(/[^/]+$/, '$token')];
}
