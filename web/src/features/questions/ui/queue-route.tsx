/** The coordinator's queue: what nobody is answerable for, what is late, and what is under way. */
import type { NetworkPage, QuestionQueue, WaitingQuestion } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useT } from '../../../i18n';
import { excerptText } from '../../../mention-words';
import { Link, useParams } from '../../../router';
import { buttonClass, EmptyState, Failed, Loading, PageHeader, useHere } from '../../../ui';
import pages from '../../../ui/pages.module.css';
import { isClosed, useNetworkCache } from '../../networks';
import { withBegun, type Begun } from '../begun-rows';
import { useQuestionQueue } from '../use-questions';
import { useRowKeys } from '../use-row-keys';
import { Context } from './context';
import { GiveLine } from './give-line';
import { QuestionItem } from './question-item';
import { QuestionPath } from './question-path';

export function QueueRoute() {
  const { networkSlug } = useParams('/n/$networkSlug/questions/queue');
  const t = useT();
  const network = useQuery(useNetworkCache().network(networkSlug));
  const queue = useQuestionQueue(networkSlug);
  useHere(networkSlug);
  const failed = [network, queue].find(({ error }) => error);
  if (network.data && queue.data) return <Queue key={networkSlug} network={network.data} queue={queue.data} />;
  if (failed) return <Failed page error={failed.error} onRetry={() => void failed.refetch()} />;
  return <Loading text={t('questions.loading')} />;
}

function Queue({ network, queue }: { network: NetworkPage; queue: QuestionQueue }) {
  const t = useT();
  const [begun, setBegun] = useState<readonly Begun[]>([]);
  const { open, late, routed } = withBegun(queue, begun);
  const closed = isClosed(network.status);
  const page = useRef<HTMLDivElement>(null);
  useRowKeys(page);
  const waiting = (of: Begun['of'], rows: readonly WaitingQuestion[]) => (
    <ul className={pages.list}>
      {rows.map((row) => {
        const chosen = begun.find((one) => one.row.id === row.id);
        return (
          <QuestionItem key={row.id} of={row}>
            <p className={pages.excerpt} lang={row.language} dir="auto">
              {excerptText(row.excerpt, t)}
            </p>
            <Context context={row.context} partnership={row.partnership} most={3} />
            <GiveLine
              question={row}
              answerers={queue.answerers}
              chosen={chosen && { personId: chosen.personId, insteadOf: chosen.row.responsible }}
              onChoose={(personId) =>
                setBegun((before) => [
                  ...before.filter((one) => one.row.id !== row.id),
                  ...(personId === '' ? [] : [{ of, personId, row: chosen?.row ?? row }]),
                ])
              }
            />
          </QuestionItem>
        );
      })}
    </ul>
  );
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
      <div ref={page} className={pages.page}>
        <section aria-labelledby="open" className={pages.section}>
          <h2 id="open" tabIndex={-1}>
            {t('questions.queue_open', { count: queue.open.length })}
          </h2>
          {open.length === 0 ? (
            <EmptyState title={t(closed ? 'questions.network_closed' : 'questions.queue_open_none')}>
              {t(closed ? 'questions.network_closed_hint' : 'questions.queue_open_none_hint')}
            </EmptyState>
          ) : (
            waiting('open', open)
          )}
        </section>
        {late.length > 0 && (
          <section aria-labelledby="late" className={pages.section}>
            <h2 id="late">{t('questions.queue_late', { count: queue.late.length })}</h2>
            {waiting('late', late)}
          </section>
        )}
        <section aria-labelledby="routed" className={pages.section}>
          <h2 id="routed">{t('questions.queue_routed', { count: queue.routed.length })}</h2>
          {routed.length === 0 ? (
            <EmptyState title={t('questions.queue_routed_none')} />
          ) : (
            <ul className={pages.list}>
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
