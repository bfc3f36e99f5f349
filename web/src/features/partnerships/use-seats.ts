/** The seats of a partnership as those who keep them see them. */
import { useQuery } from '@tanstack/react-query';
import { useHub } from '../../live';
import { useNetworkCache } from '../networks';

export function useSeats(partnershipSlug: string) {
  const hub = useHub();
  const seats = useQuery({
    queryKey: ['seats', partnershipSlug],
    queryFn: () => hub.call('seat.list', { partnershipSlug }),
  });
  const cache = useNetworkCache();
  return {
    ...seats,
    /** After a change: whoever sits has a role, so the pages around it changed too. */
    refresh: () => Promise.all([seats.refetch(), cache.refresh()]),
  };
}
