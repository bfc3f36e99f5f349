/** What the pages about signing in ask the hub for. */
import type { Hub } from '@hub/client';
import { queryOptions } from '@tanstack/react-query';

/** Other devices come and go without an event: the list is asked for anew whenever it is looked at. */
export const ownSessions = (hub: Hub) =>
  queryOptions({ queryKey: ['sessions'], queryFn: () => hub.call('session.list', {}), staleTime: 0 });

export const sessionsOf = (hub: Hub, personId: string) =>
  queryOptions({
    queryKey: ['sessions', personId],
    queryFn: () => hub.call('person.sessions', { personId }),
    staleTime: 0,
  });

export const ownPasskeys = (hub: Hub) =>
  queryOptions({ queryKey: ['passkeys'], queryFn: () => hub.call('passkey.list', {}) });

/** A program may have used one since. */
export const ownTokens = (hub: Hub) =>
  queryOptions({ queryKey: ['tokens'], queryFn: () => hub.call('token.list', {}), staleTime: 0 });

export const provider = (hub: Hub) =>
  queryOptions({ queryKey: ['provider'], queryFn: () => hub.call('identity.provider', {}) });

export const linkedAccounts = (hub: Hub) =>
  queryOptions({ queryKey: ['identities'], queryFn: () => hub.call('identity.list', {}) });
