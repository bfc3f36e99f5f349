/** Asking in a network: what is like it already is offered while it is written. */
import type { NetworkPage, QuestionForm } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useT } from '../../../i18n';
import { useParams, useSearch } from '../../../router';
import { EmptyState, Failed, Loading, PageHeader, useHere } from '../../../ui';
import { isClosed, useNetworkCache } from '../../networks';
import { useMessage, type FirstSaid } from '../use-message';
import { useQuestionForm } from '../use-questions';
import { AskForm } from './ask-form';
import { QuestionPath } from './question-path';

const address = '/n/$networkSlug/questions/ask';

export function AskRoute() {
  const { networkSlug } = useParams(address);
  const t = useT();
  const network = useQuery(useNetworkCache().network(networkSlug));
  const form = useQuestionForm(networkSlug);
  const search = useSearch(address);
  const message = useMessage(search);
  useHere(networkSlug);
  const failed = [network, form, message].find(({ error }) => error);
  if (network.data && form.data && message.said !== undefined)
    return (
      <Ask
        key={networkSlug}
        network={network.data}
        form={form.data}
        message={message.said}
        isGone={message.said === null && search.message !== undefined}
      />
    );
  if (failed) return <Failed page error={failed.error} onRetry={() => void failed.refetch()} />;
  return <Loading text={t('questions.loading_form')} />;
}

interface Props {
  network: NetworkPage;
  form: QuestionForm;
  message: FirstSaid | null;
  /** There was one. */
  isGone: boolean;
}

function Ask({ network, form, message, isGone }: Props) {
  const t = useT();
  const closed = isClosed(network.status);
  const mayAsk = !closed && (form.alone || form.partnerships.length > 0);
  return (
    <>
      <PageHeader path={<QuestionPath network={network} />} lead={mayAsk ? t('questions.ask_lead') : undefined}>
        {t('questions.ask')}
      </PageHeader>
      {mayAsk ? (
        <AskForm network={network} form={form} message={message} isGone={isGone} />
      ) : (
        <EmptyState title={t(closed ? 'questions.network_closed' : 'questions.ask_not')}>
          {t(closed ? 'questions.network_closed_hint' : 'questions.ask_not_hint')}
        </EmptyState>
      )}
    </>
  );
}
