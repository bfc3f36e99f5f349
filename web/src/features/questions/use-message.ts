/** A message that a question or an answer is made of, as plain text. */
import { Failure } from '@hub/contracts/failure';
import { useQuery } from '@tanstack/react-query';
import { useT } from '../../i18n';
import { useHub } from '../../live';
import { plainText } from '../messages';

export interface FirstSaid {
  id: string;
  topicId: string;
  author: string;
  text: string;
  language: string | undefined;
}

interface Brought {
  /** Undefined while it is not there, null where there is none to be read. */
  said: FirstSaid | null | undefined;
  /** Why it could not be loaded, which says nothing of whether it is there. */
  error?: unknown;
  refetch(): unknown;
}

export function useMessage({ message, topic }: { message?: string; topic?: string }): Brought {
  const t = useT();
  const hub = useHub();
  const asked = message !== undefined && topic !== undefined;
  const { data, error, refetch } = useQuery({
    queryKey: ['question-message', topic, message],
    queryFn: () => hub.call('message.list', { topicId: topic ?? '', around: message ?? '', limit: 5 }),
    enabled: asked,
    staleTime: Infinity,
  });
  if (!asked) return { said: null, refetch };
  if (error && !data) return isGone(error) ? { said: null, refetch } : { said: undefined, error, refetch };
  if (!data) return { said: undefined, refetch };
  const found = data.messages.find(({ id, removed }) => id === message && removed === undefined);
  if (!found) return { said: null, refetch };
  const { id, author, body, mentions, language } = found;
  const said = {
    id,
    topicId: topic,
    author: author.name,
    text: plainText(body, mentions, t),
    language: language ?? undefined,
  };
  return { said, refetch };
}

function isGone(error: unknown): boolean {
  return error instanceof Failure && ['NOT_FOUND', 'FORBIDDEN', 'INVALID'].includes(error.code);
}
