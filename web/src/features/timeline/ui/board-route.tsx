/** The coordinator's board: who is silent, and every line of the plan with what is late or at risk on top. */
import type { Milestone, PlanItem, Timeline, TimelineNetwork, TimelineRow } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { useT } from '../../../i18n';
import { Link, useParams } from '../../../router';
import { Button, EmptyState, Failed, Loading, PageHeader, Path, useNow } from '../../../ui';
import { byConcern, silentOf, toAskAbout } from '../board';
import { shownOf } from '../filter';
import { standingOf } from '../standing';
import { useTimelineCache } from '../timeline-cache';
import { useLook } from '../use-look';
import { useWords } from '../use-words';
import { AskDialog, type Question } from './ask-dialog';
import styles from './board-route.module.css';
import { Filters } from './filters';
import { Folded } from './folded';
import { OnPaper } from './on-paper';
import { PlanLink } from './plan-link';
import { SaveAndPrint } from './save-and-print';
import { TimelineTable } from './timeline-table';
import page from './timeline-route.module.css';
import controls from './controls.module.css';

export function BoardRoute() {
  const { networkSlug } = useParams('/n/$networkSlug/board');
  const t = useT();
  const { data, error, refetch } = useQuery(useTimelineCache().timeline(networkSlug));
  const [network] = data?.networks ?? [];
  if (data && network) return <Board timeline={data} network={network} />;
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  return <Loading text={t('timeline.loading')} />;
}

function Board({ timeline, network }: { timeline: Timeline; network: TimelineNetwork }) {
  const t = useT();
  const [{ filter }, change] = useLook();
  const [question, setQuestion] = useState<Question>();
  const [asked, setAsked] = useState<ReadonlyMap<string, string>>(new Map());
  const shown = useMemo(() => shownOf(network, filter), [network, filter]);
  const items = useMemo(() => byConcern(shown), [shown]);
  // Everybody in the network reads the board; to ask is for whoever keeps the plan.
  const where = (row: TimelineRow, milestone: Milestone, item: PlanItem) =>
    network.may.change ? (
      <Ask
        row={row}
        item={item}
        topicId={asked.get(milestone.id)}
        onAsk={() => setQuestion({ row, milestone, item })}
      />
    ) : null;
  return (
    <div className={page.page} data-wide>
      <div className={page.screen}>
        <PageHeader
          title={t('timeline.board_of', { network: network.name })}
          path={
            <Path>
              <Link to="/n/$networkSlug" params={{ networkSlug: network.slug }} lang="en">
                {network.name}
              </Link>
              <Link to="/n/$networkSlug/timeline" params={{ networkSlug: network.slug }}>
                {t('timeline.title')}
              </Link>
            </Path>
          }
          lead={t('timeline.board_lead')}
          actions={network.may.change && network.items.length > 0 && <PlanLink network={network} />}
        >
          {t('timeline.board')}
        </PageHeader>
      </div>
      <OnPaper networks={[shown]} today={timeline.today} filter={filter} />
      <Silent network={network} ask={where} />
      <Folded filter={filter}>
        <Filters networks={[network]} filter={filter} onChange={(next) => change({ filter: next })} />
      </Folded>
      <div className={controls.bar}>
        <p role="status" className={controls.count}>
          {t('timeline.shown', { count: shown.rows.length })}
        </p>
        <SaveAndPrint networks={[shown]} name={network.slug} />
      </div>
      {shown.rows.length + shown.milestones.length === 0 ? (
        <EmptyState title={t('timeline.nothing')}>{t('timeline.nothing_hint')}</EmptyState>
      ) : (
        <TimelineTable
          network={shown}
          items={items}
          named={false}
          action={(row, milestone, item) => {
            const standing = standingOf(milestone);
            return standing === 'late' || standing === 'at_risk' ? where(row, milestone, item) : null;
          }}
        />
      )}
      {question && (
        <AskDialog
          question={question}
          onAsked={(topicId) => setAsked((before) => new Map(before).set(question.milestone.id, topicId))}
          onClose={() => setQuestion(undefined)}
        />
      )}
    </div>
  );
}

interface SilentProps {
  network: TimelineNetwork;
  ask(row: TimelineRow, milestone: Milestone, item: PlanItem): ReactNode;
}

function Silent({ network, ask }: SilentProps) {
  const t = useT();
  const words = useWords();
  const now = useNow();
  const silent = silentOf(network, now);
  if (silent.length === 0) return null;
  return (
    <section className={styles.silent} aria-labelledby="silent">
      <h2 id="silent">{t('timeline.silent')}</h2>
      <ul>
        {silent.map((row) => {
          const milestone = toAskAbout(row);
          const item = network.items.find(({ id }) => id === milestone?.itemId);
          return (
            <li key={row.partnership.id}>
              <Link to="/p/$partnershipSlug" params={{ partnershipSlug: row.partnership.slug }}>
                {row.partnership.name}
              </Link>
              <span className={styles.told}>{words.told(row, now)}</span>
              {milestone && item && ask(row, milestone, item)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface AskProps {
  row: TimelineRow;
  item: PlanItem;
  /** Where it has been asked. */
  topicId: string | undefined;
  onAsk(): void;
}

function Ask({ row, item, topicId, onAsk }: AskProps) {
  const t = useT();
  const { text } = useWords().name(item);
  const about = { name: text, partnership: row.partnership.name };
  if (row.channelId === null) return null;
  if (topicId !== undefined)
    return (
      <Link to="/t/$topicId" params={{ topicId }} className={styles.asked} aria-label={t('timeline.asked_name', about)}>
        {t('timeline.asked')}
      </Link>
    );
  return (
    <Button look="quiet" className={styles.ask} aria-label={t('timeline.ask_name', about)} onClick={onAsk}>
      {t('timeline.ask')}
    </Button>
  );
}
