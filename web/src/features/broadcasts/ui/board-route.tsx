/** The board of reach: partnerships down, what was sent across, and in each cell which sides have acknowledged. */
import type { NetworkPage, ReachBoard } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useCollator, useFormats, useT } from '../../../i18n';
import { Link, useParams } from '../../../router';
import { EmptyState, Failed, Loading, Moment, PageHeader, useHere } from '../../../ui';
import { useNetworkCache } from '../../networks';
import { standingOf } from '../standing';
import { useReachBoard } from '../use-broadcasts';
import { BroadcastPath } from './broadcast-path';
import styles from './reach.module.css';
import { StandingTag } from './standing-tag';

export function BoardRoute() {
  const { networkSlug } = useParams('/n/$networkSlug/reach');
  const t = useT();
  const network = useQuery(useNetworkCache().network(networkSlug));
  const board = useReachBoard(networkSlug);
  useHere(networkSlug);
  const failed = [network, board].find(({ error }) => error);
  if (network.data && board.data) return <Board network={network.data} board={board.data} />;
  if (failed) return <Failed page error={failed.error} onRetry={() => void failed.refetch()} />;
  return <Loading text={t('broadcasts.reach_loading')} />;
}

function Board({ network, board }: { network: NetworkPage; board: ReachBoard }) {
  const t = useT();
  return (
    <>
      <PageHeader
        title={t('broadcasts.board_of', { network: network.name })}
        path={<BroadcastPath network={network} />}
        lead={t('broadcasts.board_lead')}
      >
        {t('broadcasts.board')}
      </PageHeader>
      {board.broadcasts.length === 0 ? (
        <EmptyState title={t('broadcasts.board_none')}>{t('broadcasts.board_none_hint')}</EmptyState>
      ) : (
        <Table board={board} />
      )}
    </>
  );
}

function Table({ board: { broadcasts, partnerships } }: { board: ReachBoard }) {
  const t = useT();
  const { date } = useFormats();
  const collator = useCollator();
  return (
    // What scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} role="region" aria-label={t('broadcasts.board')} tabIndex={0}>
      <table className={styles.board}>
        <thead>
          <tr>
            <th scope="col">{t('broadcasts.partnership')}</th>
            {broadcasts.map(({ id, title, sentAt, acknowledgeBy }) => (
              <th key={id} scope="col">
                <Link to="/b/$broadcastId/reach" params={{ broadcastId: id }} dir="auto">
                  {title}
                </Link>
                <span className={styles.more}>
                  {acknowledgeBy === null ? (
                    <Moment at={sentAt} />
                  ) : (
                    t('broadcasts.reach_by', { date: date(acknowledgeBy) })
                  )}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {partnerships
            .toSorted((a, b) => collator.compare(a.name, b.name))
            .map(({ id, slug, name, cells }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to="/p/$partnershipSlug" params={{ partnershipSlug: slug }}>
                    {name}
                  </Link>
                  <Sum cells={cells} />
                </th>
                {broadcasts.map((broadcast, n) => (
                  <td key={broadcast.id}>
                    <Cell sides={cells[n] ?? null} />
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}

type Cells = ReachBoard['partnerships'][number]['cells'];

function Sum({ cells }: { cells: Cells }) {
  const t = useT();
  const sent = cells.filter((sides) => sides !== null);
  const reached = sent.filter((sides) => standingOf(sides) === 'reached');
  if (sent.length === 0) return null;
  return <span className={styles.more}>{t('broadcasts.board_sum', { some: reached.length, all: sent.length })}</span>;
}

function Cell({ sides }: { sides: Cells[number] }) {
  const t = useT();
  if (sides === null)
    return (
      <span className={styles.not}>
        <span aria-hidden>–</span>
        <span className="visually-hidden">{t('broadcasts.board_not_sent')}</span>
      </span>
    );
  const people = sides.reduce((sum, one) => sum + one.people, 0);
  const acknowledged = sides.reduce((sum, one) => sum + one.acknowledged, 0);
  return (
    <>
      <StandingTag standing={standingOf(sides)} />
      <span className={styles.more}>{t('broadcasts.of_people', { some: acknowledged, all: people })}</span>
    </>
  );
}
