/** The pages that letters lead to, by their address; open to whoever is signed in here, or nobody. */
import { lazy, type ComponentType } from 'react';

export const entrancePages: Partial<Record<string, ComponentType>> = {
  '/enter': lazy(async () => ({ default: (await import('./ui/enter-page')).EnterPage })),
  '/invitation': lazy(async () => ({ default: (await import('./ui/invitation-page')).InvitationPage })),
  '/demo/mailbox': lazy(async () => ({ default: (await import('./ui/mailbox')).Mailbox })),
};
