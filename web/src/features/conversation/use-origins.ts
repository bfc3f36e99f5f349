/** What messages of a topic became: questions, and answers to some. */
import type { MessageOrigin } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { createContext } from 'react';
import { useHub, useHubEvents } from '../../live';

const none: MessageOrigin[] = [];

export const OriginsContext = createContext(none);

export function useOrigins(topicId: string, enabled: boolean): MessageOrigin[] {
  const hub = useHub();
  const { data = none, refetch } = useQuery({
    queryKey: ['questions', 'origins', topicId],
    queryFn: () => hub.call('question.origins', { topicId }),
    enabled,
    refetchOnMount: 'always',
  });
  useHubEvents((events) => {
    if (enabled && events.some(({ kind }) => /^(question|answer)\./.test(kind))) void refetch();
  });
  return data;
}
