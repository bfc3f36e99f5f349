/** The coordinator's queue: what nobody is answerable for, what is late, and what is under way. */
import type { Answerer, NetworkPage, QuestionCard, WaitingQuestion } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useT } from '../../../i18n';
import { Link, useParams } from '../../../router';
import { buttonClass, EmptyState, Failed, Loading, PageHeader, useHere } from '../../../ui';
import { isClosed, useNetworkCache } from '../../networks';
import { useQuestionQueue } from '../use-questions';
import { useRowKeys } from '../use-row-keys';
import { Context } from './context';
import { GiveLine } from './give-line';
import { QuestionItem } from './question-item';
import { QuestionPath } from './question-path';
import styles from './questions.module.css';

export function QueueRoute() {
  const { networkSlug } = useParams('/n/$networkSlug/questions/queue');
  const t = useT();
  const network = useQuery(useNetworkCache().network(networkSlug));
  const queue = useQuestionQueue(networkSlug);
  useHere(networkSlug);
  const failed = [network, queue].find(({ error }) => error);
  if (network.data && queue.data) return <Queue network={network.data} {...queue.data} />;
  if (failed) return <Failed page error={failed.error} onRetry={() => void failed.refetch()} />;
  return <Loading text={t('questions.loading')} />;
}

interface Props {
  network: NetworkPage;
  open: readonly WaitingQuestion[];
  late: readonly WaitingQuestion[];
  routed: readonly QuestionCard[];
  answerers: readonly Answerer[];
}

function Queue({ network, open, late, routed, answerers }: Props) {
  const t = useT();
  const closed = isClosed(network.status);
  const page = useRef<HTMLDivElement>(null);
  useRowKeys(page);
  return (
    <>
      <PageHeader
        title={t('questions.queue_title', { network: network.name })}
        path={<QuestionPath network={network} />}
        lead={t('questions.queue_lead')}
        actions={
          <Link to="/n/$networkSlug/questions/rules" params={{ networkSlug: network.slug }} className={buttonClass()}>
            {t('questions.rules')}
          </Link>
        }
      >
        {t('questions.queue')}
      </PageHeader>
      <div ref={page} className={styles.page}>
        <section aria-labelledby="open" className={styles.section}>
          <h2 id="open" tabIndex={-1}>
            {t('questions.queue_open', { count: open.length })}
          </h2>
          {open.length === 0 ? (
            <EmptyState title={t(closed ? 'questions.network_closed' : 'questions.queue_open_none')}>
              {t(closed ? 'questions.network_closed_hint' : 'questions.queue_open_none_hint')}
            </EmptyState>
          ) : (
            <Waiting of={open} answerers={answerers} />
          )}
        </section>
        {late.length > 0 && (
          <section aria-labelledby="late" className={styles.section}>
            <h2 id="late">{t('questions.queue_late', { count: late.length })}</h2>
            <Waiting of={late} answerers={answerers} />
          </section>
        )}
        <section aria-labelledby="routed" className={styles.section}>
          <h2 id="routed">{t('questions.queue_routed', { count: routed.length })}</h2>
          {routed.length === 0 ? (
            <EmptyState title={t('questions.queue_routed_none')} />
          ) : (
            <ul className={styles.list}>
              {routed.map((one) => (
                <QuestionItem key={one.id} of={one} />
              ))}
            </ul>
          )}
        </section>
      </div>
    </>
  );
}

function Waiting({ of, answerers }: { of: readonly WaitingQuestion[]; answerers: readonly Answerer[] }) {
  return (
    <ul className={styles.list}>
      {of.map((one) => (
        <QuestionItem key={one.id} of={one}>
          <p className={styles.excerpt} lang={one.language} dir="auto">
            {one.excerpt}
          </p>
          <Context context={one.context} partnership={one.partnership} />
          <GiveLine question={one} answerers={answerers} />
        </QuestionItem>
      ))}
    </ul>
  );
}
