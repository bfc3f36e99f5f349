/** Loads bands afresh wherever they are shown: in their list, and behind the timelines. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useHub } from '../../live';
import { wholeTimelines } from '../../timeline-keys';
import { bandList } from './queries';

export function useFreshBands() {
  const hub = useHub();
  const client = useQueryClient();
  return useCallback(async () => {
    void client.invalidateQueries({ queryKey: wholeTimelines });
    await client.invalidateQueries({ queryKey: bandList(hub).queryKey });
  }, [hub, client]);
}
