/** Making a knowledge note of an accepted answer: edited for those who do not know the question. */
import type { NoteBeginning } from '@hub/contracts';
import { announce } from '../../../a11y';
import { useForm } from '../../../forms/use-form';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link, navigate, useParams } from '../../../router';
import { EmptyState, Failed, Loading, PageHeader, Path, useHere } from '../../../ui';
import { useKeptForm, useQuestionForm } from '../../questions/forms';
import { checkBy } from '../check-by';
import { today } from '../days';
import { beginningValues, draftOf } from '../note-values';
import { useBeginning, useRefresh } from '../use-notes';
import { NoteForm, noteFields } from './note-form';

const address = '/answers/$answerId/note';

export function PublishRoute() {
  const { answerId } = useParams(address);
  const t = useT();
  const { data, error, refetch } = useBeginning(answerId);
  useHere(data?.network.slug);
  if (!data) {
    if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
    return <Loading text={t('knowledge.loading_form')} />;
  }
  const { question, noteNumber } = data;
  return (
    <>
      <PageHeader
        lead={t('knowledge.publish_lead')}
        path={
          <Path>
            <Link to="/q/$questionId" params={{ questionId: question.id }} dir="auto">
              {question.title}
            </Link>
          </Path>
        }
      >
        {t('knowledge.publish')}
      </PageHeader>
      {noteNumber === null ? (
        <PublishForm key={answerId} answerId={answerId} of={data} />
      ) : (
        <EmptyState title={t('knowledge.published_already')}>
          <p>
            <Link to="/k/$number" params={{ number: String(noteNumber) }}>
              {t('knowledge.to_note', { number: noteNumber })}
            </Link>
          </p>
        </EmptyState>
      )}
    </>
  );
}

function PublishForm({ answerId, of }: { answerId: string; of: NoteBeginning }) {
  const t = useT();
  const hub = useHub();
  const refresh = useRefresh();
  const { data: choices } = useQuestionForm(of.network.slug);
  const kept = useKeptForm(`note:${answerId}`, () => ({ ...beginningValues(of, today()), note: '' }));
  const form = useForm<string>(noteFields, checkBy('publish'));
  const send = () => {
    const input = { answerId, ...draftOf(kept.values) };
    void form.submit(input, async () => {
      const { number } = await hub.call('note.publish', input);
      kept.forget();
      void refresh();
      announce(t('knowledge.published'));
      navigate({ to: '/k/$number', params: { number: String(number) } }, { replace: true });
    });
  };
  return (
    <NoteForm
      kept={kept}
      form={form}
      tags={choices?.tags ?? []}
      button={t('knowledge.publish_send')}
      onSend={send}
      back={
        <Link to="/q/$questionId" params={{ questionId: of.question.id }}>
          {t('knowledge.back_to_question')}
        </Link>
      }
    />
  );
}
