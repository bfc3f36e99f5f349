/** What the hub has of questions: loaded again, at most once for many, whenever it tells that one of them changed. */
import type { Hub } from '@hub/client';
import type { Input } from '@hub/contracts';
import { keepPreviousData, queryOptions, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useHub, useHubEvents } from '../../live';

const all = ['questions'];
/** Events are only heard while a page shows it. */
const heardWhileShown = { refetchOnMount: 'always' } as const;
/** One change is often told twice, and several come together; one fetch serves them all. */
const pauseMs = 400;
const told = new Set(['question.changed', 'answer.posted', 'question.told']);

export type Filter = Omit<Input<'question.list'>, 'networkSlug' | 'after'>;

export function useQuestionInbox(enabled = true) {
  const hub = useHub();
  useFollowing();
  return useQuery({
    queryKey: [...all, 'inbox'],
    queryFn: () => hub.call('question.inbox', {}),
    enabled,
    ...heardWhileShown,
  });
}

export function useQuestionList(networkSlug: string, filter: Filter) {
  const hub = useHub();
  useFollowing();
  return useInfiniteQuery({
    queryKey: [...all, 'list', networkSlug, filter],
    queryFn: ({ pageParam }) => hub.call('question.list', { networkSlug, ...filter, after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ questions, more }) => (more ? questions.at(-1)?.id : undefined),
    placeholderData: keepPreviousData,
    ...heardWhileShown,
  });
}

export const questionQueue = (hub: Hub, networkSlug: string) =>
  queryOptions({
    queryKey: [...all, 'queue', networkSlug],
    queryFn: () => hub.call('question.queue', { networkSlug }),
    ...heardWhileShown,
  });

export function useQuestionQueue(networkSlug: string) {
  const hub = useHub();
  useFollowing();
  return useQuery(questionQueue(hub, networkSlug));
}

export function useQuestion(questionId: string) {
  const hub = useHub();
  useFollowing();
  return useQuery({
    queryKey: [...all, 'one', questionId],
    queryFn: () => hub.call('question.read', { questionId }),
    ...heardWhileShown,
  });
}

export function useQuestionForm(networkSlug: string) {
  const hub = useHub();
  return useQuery({
    queryKey: ['question-form', networkSlug],
    queryFn: () => hub.call('question.form', { networkSlug }),
    ...heardWhileShown,
  });
}

/** To whom it would go with these tags, and by when. */
export function useExpectation(networkSlug: string, tagIds: string[]) {
  const hub = useHub();
  return useQuery({
    queryKey: ['question-form', networkSlug, 'expect', [...tagIds].sort()],
    queryFn: () => hub.call('question.expect', { networkSlug, tagIds }),
    placeholderData: keepPreviousData,
  });
}

/** What may hold the answer already; asked for once enough is written to be like something. */
export function useSimilar(text: string, language: string, exceptId?: string) {
  const hub = useHub();
  const asked = text.trim().slice(0, 2_000);
  return useQuery({
    queryKey: ['similar', asked, language, exceptId],
    queryFn: () => hub.call('question.similar', { text: asked, language, ...(exceptId !== undefined && { exceptId }) }),
    enabled: asked.length >= 8,
    placeholderData: asked.length >= 8 ? keepPreviousData : undefined,
    retry: false,
  });
}

export function useQuestionRules(networkSlug: string) {
  const hub = useHub();
  return useQuery({
    queryKey: ['question-rules', networkSlug],
    queryFn: () => hub.call('question.rules', { networkSlug }),
    ...heardWhileShown,
  });
}

export function useAway() {
  const hub = useHub();
  return useQuery({ queryKey: ['away'], queryFn: () => hub.call('away.list', {}), ...heardWhileShown });
}

/** After a change of one's own: what waits for the reader may wait no more. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    void client.invalidateQueries({ queryKey: ['notifications'] });
    await client.invalidateQueries({ queryKey: all });
  }, [client]);
}

/** Loads one of the short lists of settings anew. */
export function useReload(): (...names: [string, ...string[]]) => Promise<void> {
  const client = useQueryClient();
  return useCallback((...names) => client.invalidateQueries({ queryKey: names }), [client]);
}

export function useFollowing(): void {
  const hub = useHub();
  const client = useQueryClient();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const refresh = useCallback(() => void client.invalidateQueries({ queryKey: all }), [client]);
  useHubEvents((events) => {
    if (waiting.current !== undefined || !events.some(({ kind }) => told.has(kind))) return;
    waiting.current = setTimeout(() => {
      waiting.current = undefined;
      refresh();
    }, pauseMs);
  });
  useEffect(() => hub.onReset(refresh), [hub, refresh]);
  useEffect(() => () => clearTimeout(waiting.current), []);
}
