/** A message that a question or an answer is made of, as plain text. */
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

/** Undefined while it is loaded, null where there is none to be read. */
export function useMessage({ message, topic }: { message?: string; topic?: string }): FirstSaid | null | undefined {
  const t = useT();
  const hub = useHub();
  const asked = message !== undefined && topic !== undefined;
  const { data, isError } = useQuery({
    queryKey: ['question-message', topic, message],
    queryFn: () => hub.call('message.list', { topicId: topic ?? '', around: message ?? '', limit: 5 }),
    enabled: asked,
    staleTime: Infinity,
  });
  if (!asked || isError) return null;
  if (!data) return undefined;
  const found = data.messages.find(({ id, removed }) => id === message && removed === undefined);
  if (!found) return null;
  const { id, author, body, mentions, language } = found;
  return {
    id,
    topicId: topic,
    author: author.name,
    text: plainText(body, mentions, t),
    language: language ?? undefined,
  };
}
