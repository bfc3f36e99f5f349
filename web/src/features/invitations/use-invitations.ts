/** The invitations that the reader looks after: of one network, or all. */
import type { Invitation, InvitationList } from '@hub/contracts';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useHub } from '../../live';

const key = (networkSlug: string | undefined) => ['invitations', networkSlug ?? ''];

export function useInvitations(networkSlug: string | undefined) {
  const hub = useHub();
  return useQuery(
    queryOptions({
      queryKey: key(networkSlug),
      queryFn: (): Promise<InvitationList> => hub.call('invitation.list', { networkSlug }),
      // Whoever accepts meanwhile is seen by looking again, and what became of a letter soon after it was sent.
      staleTime: 0,
      refetchInterval: ({ state }) =>
        state.data?.invitations.some(({ letter }) => letter === 'waiting') ? 2_000 : false,
    }),
  );
}

export function useInvitationChanges() {
  const hub = useHub();
  const client = useQueryClient();
  const put = (changed: Invitation) =>
    client.setQueriesData<InvitationList>(
      { queryKey: ['invitations'] },
      (list) => list && { invitations: list.invitations.map((one) => (one.id === changed.id ? changed : one)) },
    );
  return {
    resend: async (invitationId: string) => void put(await hub.call('invitation.resend', { invitationId })),
    revoke: async (invitationId: string) => void put(await hub.call('invitation.revoke', { invitationId })),
    /** After somebody was invited. */
    forget: () => void client.invalidateQueries({ queryKey: ['invitations'] }),
  };
}
