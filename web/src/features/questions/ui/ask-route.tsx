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
  const message = useMessage(useSearch(address));
  useHere(networkSlug);
  const failed = [network, form].find(({ error }) => error);
  if (network.data && form.data && message !== undefined)
    return <Ask key={networkSlug} network={network.data} form={form.data} message={message} />;
  if (failed) return <Failed page error={failed.error} onRetry={() => void failed.refetch()} />;
  return <Loading text={t('questions.loading_form')} />;
}

function Ask({ network, form, message }: { network: NetworkPage; form: QuestionForm; message: FirstSaid | null }) {
  const t = useT();
  const closed = isClosed(network.status);
  const mayAsk = !closed && (form.alone || form.partnerships.length > 0);
  return (
    <>
      <PageHeader path={<QuestionPath network={network} />} lead={mayAsk ? t('questions.ask_lead') : undefined}>
        {t('questions.ask')}
      </PageHeader>
      {mayAsk ? (
        <AskForm network={network} form={form} message={message} />
      ) : (
        <EmptyState title={t(closed ? 'questions.network_closed' : 'questions.ask_not')}>
          {t(closed ? 'questions.network_closed_hint' : 'questions.ask_not_hint')}
        </EmptyState>
      )}
    </>
  );
}
