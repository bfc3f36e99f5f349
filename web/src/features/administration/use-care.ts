/** People and the trail as the hub tells them; whatever is changed here is asked for anew, here and where it shows. */
import type { AuditList, Input, PeopleList, PersonPage } from '@hub/contracts';
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useHub } from '../../live';
import { profileChanged, useProfile } from '../session';

const shownElsewhere = ['directory', 'network', 'networks', 'partnership'];

export type RosterQuery = Omit<Input<'person.list'>, 'after'>;
export type TrailQuery = Omit<Input<'audit.list'>, 'after'>;

export function useRoster(query: RosterQuery) {
  const hub = useHub();
  return useInfiniteQuery({
    queryKey: ['roster', query],
    queryFn: ({ pageParam }): Promise<PeopleList> =>
      hub.call('person.list', { ...query, ...(pageParam && { after: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ found, more }: PeopleList) => (more ? found.at(-1)?.id : undefined),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

export function usePerson(personId: string) {
  const hub = useHub();
  return useQuery({
    queryKey: ['person', personId],
    queryFn: (): Promise<PersonPage> => hub.call('person.read', { personId }),
    staleTime: 0,
  });
}

export function useTrail(query: TrailQuery) {
  const hub = useHub();
  return useInfiniteQuery({
    queryKey: ['trail', query],
    queryFn: ({ pageParam }): Promise<AuditList> =>
      hub.call('audit.list', { ...query, ...(pageParam && { after: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ entries, more }: AuditList) => (more ? entries.at(-1)?.id : undefined),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** To be called after a change of a person or a role; resolves when what was loaded of the person is new. */
export function useChanged(): (personId: string) => Promise<void> {
  const client = useQueryClient();
  const hub = useHub();
  const reader = useProfile();
  return async (personId) => {
    // What the reader may do, and sees in the navigation, follows from their own roles. Whoever closed their own account is out.
    if (personId === reader.id) await hub.call('profile.read', {}).then(profileChanged, () => undefined);
    const kinds = ['roster', 'trail', ...shownElsewhere];
    for (const kind of kinds) void client.invalidateQueries({ queryKey: [kind] });
    await client.invalidateQueries({ queryKey: ['person', personId] });
  };
}
