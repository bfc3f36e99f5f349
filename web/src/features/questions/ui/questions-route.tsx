/** A network's questions, found by how they stand, what they are about, who asked, and words. */
import type { NetworkPage } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { useT } from '../../../i18n';
import { Link, useParams, useSearch } from '../../../router';
import { Button, buttonClass, EmptyState, Failed, Loading, PageHeader, useHere } from '../../../ui';
import { NotFound } from '../../../ui/not-found';
import pages from '../../../ui/pages.module.css';
import { isClosed, useNetworkCache } from '../../networks';
import { useProfile } from '../../session';
import { holds, isInside } from '../may';
import { showMore } from '../show-more';
import { useMessage } from '../use-message';
import { useQuestionForm, useQuestionList } from '../use-questions';
import { useRowKeys } from '../use-row-keys';
import { Filters, filterOf } from './filters';
import { QuestionItem } from './question-item';
import { QuestionPath } from './question-path';
import boxes from './boxes.module.css';
import styles from './questions-route.module.css';

const address = '/n/$networkSlug/questions';

export function QuestionsRoute() {
  const { networkSlug } = useParams(address);
  const t = useT();
  const { data, error, refetch } = useQuery(useNetworkCache().network(networkSlug));
  const inside = isInside(useProfile(), { slug: networkSlug });
  useHere(networkSlug);
  // A guest sees the network, and no questions.
  if (!inside) return <NotFound />;
  if (data) return <Questions key={networkSlug} network={data} />;
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  return <Loading text={t('questions.loading')} />;
}

function Questions({ network }: { network: NetworkPage }) {
  const t = useT();
  const search = useSearch(address);
  const { slug: networkSlug } = network;
  const params = { networkSlug };
  const profile = useProfile();
  const routes = holds(profile, 'route_questions', networkSlug);
  const { data: form } = useQuestionForm(networkSlug);
  const asks = form !== undefined && !isClosed(network.status) && (form.alone || form.partnerships.length > 0);
  const { message, topic } = search;
  const chosen = { ...(message !== undefined && { message }), ...(topic !== undefined && { topic }) };
  return (
    <>
      <PageHeader
        title={t('questions.title_of', { network: network.name })}
        path={<QuestionPath network={network} below={false} />}
        lead={t('questions.lead')}
        actions={
          asks && (
            <Link to="/n/$networkSlug/questions/ask" params={params} className={buttonClass('primary')}>
              <Plus aria-hidden size={18} />
              {t('questions.ask')}
            </Link>
          )
        }
      >
        {t('questions.title')}
      </PageHeader>
      <div className={pages.page}>
        {routes && (
          <p className={pages.links}>
            <Link to="/n/$networkSlug/questions/queue" params={params}>
              {t('questions.queue')}
            </Link>
            <Link to="/n/$networkSlug/questions/rules" params={params}>
              {t('questions.rules')}
            </Link>
          </p>
        )}
        {message !== undefined && <Chosen message={chosen} />}
        <Filters network={network} tags={form?.tags ?? []} />
        <List networkSlug={networkSlug} chosen={chosen} />
      </div>
    </>
  );
}

function List({ networkSlug, chosen }: { networkSlug: string; chosen: { message?: string; topic?: string } }) {
  const t = useT();
  const filter = filterOf(useSearch(address));
  const list = useQuestionList(networkSlug, filter);
  const page = useRef<HTMLElement>(null);
  useRowKeys(page);
  const shown = list.data?.pages.flatMap(({ questions }) => questions) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  const isFiltered = Object.keys(filter).length > 0;
  if (!list.data) {
    if (list.error) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
    return <Loading text={t('questions.loading')} />;
  }
  return (
    <section ref={page} aria-labelledby="found" className={pages.section}>
      <h2 id="found" className="visually-hidden">
        {t('questions.title')}
      </h2>
      <p role="status" className={shown.length === 0 ? 'visually-hidden' : styles.found}>
        {t(isFiltered ? 'questions.found' : 'questions.count', { count: total })}
      </p>
      {shown.length === 0 ? (
        <EmptyState title={t(isFiltered ? 'questions.none_found' : 'questions.none')}>
          {t(isFiltered ? 'questions.none_found_hint' : 'questions.none_hint')}
        </EmptyState>
      ) : (
        <ul className={pages.list}>
          {shown.map((one) => (
            <QuestionItem key={one.id} of={one} message={chosen} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void showMore(list, page)}>
          {t('questions.more')}
        </Button>
      )}
    </section>
  );
}

/** A message was brought along: the question that is opened is answered with it. */
function Chosen({ message }: { message: { message?: string; topic?: string } }) {
  const t = useT();
  const { said, error, refetch } = useMessage(message);
  return (
    <div className={boxes.note}>
      <p>
        <strong>{t('questions.choose_answered')}</strong>
      </p>
      {said && (
        <blockquote className={styles.quote} lang={said.language} dir="auto">
          {said.author}: {said.text}
        </blockquote>
      )}
      {said === null && <p>{t('questions.message_gone')}</p>}
      {error !== undefined && <Failed error={error} onRetry={() => void refetch()} />}
    </div>
  );
}
