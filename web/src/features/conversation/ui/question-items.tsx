/** A message becomes a question, or the answer to one; what it became already is led to. */
import type { Message } from '@hub/contracts';
import { gives } from '@hub/contracts/role-rights';
import { useQuery } from '@tanstack/react-query';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { navigate } from '../../../router';
import { MenuItem } from '../../../ui/menu';
import { useConversationTools, type ConversationTools } from '../conversation-context';

/** Somebody at work in the network. What two said to each other stays between them. */
export function mayMakeQuestion({ removed }: Message, { reader, channel }: ConversationTools): boolean {
  if (removed !== undefined || channel.kind === 'direct') return false;
  return reader.memberships.some(({ role }) => gives(role, 'people'));
}

export function QuestionItems({ message: { id: message, topicId: topic } }: { message: Message }) {
  const t = useT();
  const hub = useHub();
  const { channel } = useConversationTools();
  const { data: origins = [] } = useQuery({
    queryKey: ['questions', 'origins', message],
    queryFn: () => hub.call('question.origins', { messageIds: message }),
    refetchOnMount: 'always',
  });
  const params = { networkSlug: channel.network.slug };
  const search = { message, topic };
  return (
    <>
      {origins.map(({ questionId, of, title }) => (
        <MenuItem
          key={`${of}:${questionId}`}
          onChoose={() => navigate({ to: '/q/$questionId', params: { questionId } })}
        >
          {t(of === 'question' ? 'tools.question_of' : 'tools.answer_of', { title })}
        </MenuItem>
      ))}
      {!channel.archived && (
        <>
          <MenuItem onChoose={() => navigate({ to: '/n/$networkSlug/questions/ask', params, search })}>
            {t('tools.question_ask')}
          </MenuItem>
          <MenuItem
            onChoose={() =>
              navigate({ to: '/n/$networkSlug/questions', params, search: { ...search, state: 'waiting' } })
            }
          >
            {t('tools.question_answer')}
          </MenuItem>
        </>
      )}
    </>
  );
}
