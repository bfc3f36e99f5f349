/** A topic: its conversation, and where the reader writes in it. */
import { useT } from '../../../i18n';
import { useParams, useSearch } from '../../../router';
import { Failed, Loading, useHere } from '../../../ui';
import { useConversation } from '../use-conversation';
import { Conversation } from './conversation';

export function TopicRoute() {
  const { topicId } = useParams('/t/$topicId');
  const { m: link } = useSearch('/t/$topicId');
  const t = useT();
  const conversation = useConversation(topicId, link);
  const { topic, messages } = conversation;
  useHere(topic.data?.channel.network.slug, topic.data?.channel.id);
  if (!topic.data || !messages.data) {
    const error = topic.error ?? messages.error;
    if (error)
      return <Failed page error={error} onRetry={() => void Promise.all([topic.refetch(), messages.refetch()])} />;
    return <Loading text={t('channels.topic_loading')} />;
  }
  return (
    <Conversation key={topicId} page={topic.data} window={messages.data} link={link} conversation={conversation} />
  );
}
