/** Whom an audience is today, asked for while it is chosen; what was known stays until the next is. */
import type { Audience, LocalMoment } from '@hub/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useHub } from '../../live';

const pauseMs = 250;

/** Nothing is asked for until an audience is whole. */
export function useAudience(audience: Audience | undefined, at: LocalMoment | null = null) {
  const hub = useHub();
  const asked = useSettled(JSON.stringify(audience && { audience, at }) as string | undefined);
  const answer = useQuery({
    queryKey: ['audience', asked],
    queryFn: () => hub.call('broadcast.audience', JSON.parse(asked ?? '') as { audience: Audience; at: null }),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
  });
  return { ...answer, data: asked === undefined ? undefined : answer.data };
}

/** A value once it has stood for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
