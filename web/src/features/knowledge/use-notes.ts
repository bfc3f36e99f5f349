/** What the hub has of knowledge notes. */
import type { Input } from '@hub/contracts';
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useHub } from '../../live';

const all = ['knowledge'];
/** Nothing is told of notes: a page that is opened asks again. */
const askedAgain = { refetchOnMount: 'always' } as const;

export type Filter = Omit<Input<'note.list'>, 'after'>;

export function useNoteList(filter: Filter) {
  const hub = useHub();
  return useInfiniteQuery({
    queryKey: [...all, 'list', filter],
    queryFn: ({ pageParam }) => hub.call('note.list', { ...filter, after: pageParam }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ notes, more }) => (more ? notes.at(-1)?.number : undefined),
    placeholderData: keepPreviousData,
    ...askedAgain,
  });
}

/** The themes and tags that there are notes of; they come with the start of the whole list. */
export function useShelves() {
  const [first] = useNoteList({}).data?.pages ?? [];
  return first?.shelves;
}

export function useNote(number: number, version?: number) {
  const hub = useHub();
  return useQuery({
    queryKey: [...all, 'one', number, version],
    queryFn: () => hub.call('note.read', { number, ...(version !== undefined && { version }) }),
    ...askedAgain,
  });
}

export function useBeginning(answerId: string) {
  const hub = useHub();
  return useQuery({
    queryKey: [...all, 'begin', answerId],
    queryFn: () => hub.call('note.begin', { answerId }),
    ...askedAgain,
  });
}

/** After a change of one's own. The question that it answers shows its note, too, and an inbox what waits for review. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    for (const other of ['questions', 'notifications']) void client.invalidateQueries({ queryKey: [other] });
    await client.invalidateQueries({ queryKey: all });
  }, [client]);
}
