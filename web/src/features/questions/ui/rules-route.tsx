/** To whom the questions of a network go by their tags, how long an answer takes, and the tags themselves. */
import type { NetworkPage, QuestionRules } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useT } from '../../../i18n';
import { useParams } from '../../../router';
import { EmptyState, Failed, Loading, PageHeader, useHere } from '../../../ui';
import { isClosed, useNetworkCache } from '../../networks';
import { useQuestionRules } from '../use-questions';
import { QuestionPath } from './question-path';
import { RulesForm } from './rules-form';
import { TagForm } from './tag-form';
import styles from './form.module.css';

export function RulesRoute() {
  const { networkSlug } = useParams('/n/$networkSlug/questions/rules');
  const t = useT();
  const network = useQuery(useNetworkCache().network(networkSlug));
  const rules = useQuestionRules(networkSlug);
  useHere(networkSlug);
  const failed = [network, rules].find(({ error }) => error);
  // A form begins with what the hub has now.
  if (network.data && rules.data && rules.isFetchedAfterMount)
    return <Rules key={networkSlug} network={network.data} rules={rules.data} />;
  if (failed) return <Failed page error={failed.error} onRetry={() => void failed.refetch()} />;
  return <Loading text={t('questions.loading_form')} />;
}

function Rules({ network, rules }: { network: NetworkPage; rules: QuestionRules }) {
  const t = useT();
  return (
    <>
      <PageHeader
        title={t('questions.rules_title', { network: network.name })}
        path={<QuestionPath network={network} />}
        lead={t('questions.rules_lead')}
      >
        {t('questions.rules')}
      </PageHeader>
      <div className={styles.rulesPage}>
        {isClosed(network.status) ? (
          <EmptyState title={t('questions.network_closed')}>{t('questions.network_closed_hint')}</EmptyState>
        ) : (
          <>
            <RulesForm networkSlug={network.slug} rules={rules} />
            <TagForm networkSlug={network.slug} />
          </>
        )}
      </div>
    </>
  );
}
