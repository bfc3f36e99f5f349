/** Who was reached by a broadcast: partnerships with both their sides, and those who are missing with the way to them. */
import type { BroadcastPage, BroadcastReach, Side, SideReach } from '@hub/contracts';
import { Circle, CircleCheck } from 'lucide-react';
import { useCollator, useFormats, useT } from '../../../i18n';
import { Link, useParams } from '../../../router';
import { Failed, Loading, Moment, PageHeader, useHere, useNow } from '../../../ui';
import pages from '../../../ui/pages.module.css';
import { standingOf } from '../standing';
import { useBroadcast, useOwnNetwork, useReach } from '../use-broadcasts';
import { BroadcastPath } from './broadcast-path';
import { MissingList } from './missing-list';
import page from './broadcasts.module.css';
import styles from './reach.module.css';
import { StandingTag } from './standing-tag';

export function ReachRoute() {
  const { broadcastId } = useParams('/b/$broadcastId/reach');
  const t = useT();
  const broadcast = useBroadcast(broadcastId);
  const reach = useReach(broadcastId);
  useHere(useOwnNetwork(broadcast.data?.networks)?.slug);
  const failed = [broadcast, reach].find(({ error }) => error);
  if (broadcast.data && reach.data) return <Reach broadcast={broadcast.data} reach={reach.data} />;
  if (failed) return <Failed page error={failed.error} onRetry={() => void failed.refetch()} />;
  return <Loading text={t('broadcasts.reach_loading')} />;
}

function Reach({ broadcast, reach }: { broadcast: BroadcastPage; reach: BroadcastReach }) {
  const t = useT();
  const { date } = useFormats();
  const { networks, acknowledge, acknowledgeBy, sentAt } = broadcast;
  const { recipients, acknowledged, partnerships, reached } = reach.counts;
  const network = useOwnNetwork(networks);
  const networkSlug = network?.slug;
  // Once there are people to call, they come first.
  const missing = <MissingList reach={reach} networkSlug={networkSlug} />;
  return (
    <>
      <PageHeader
        title={t('broadcasts.reach_of', { title: broadcast.title })}
        path={<BroadcastPath network={network} of={broadcast} />}
        lead={
          <p className={page.facts}>
            {sentAt !== null && (
              <span>
                {t('broadcasts.sent')} <Moment at={sentAt} />
              </span>
            )}
            {acknowledge && acknowledgeBy !== null && (
              <span>{t('broadcasts.reach_by', { date: date(acknowledgeBy) })}</span>
            )}
          </p>
        }
      >
        {t('broadcasts.reach')}
      </PageHeader>
      <div className={page.page}>
        {acknowledge ? (
          <dl className={styles.numbers}>
            <div>
              <dt>{t('broadcasts.reach_people')}</dt>
              <dd>{t('broadcasts.of', { some: acknowledged, all: recipients })}</dd>
            </div>
            <div>
              <dt>{t('broadcasts.reach_partnerships')}</dt>
              <dd>{t('broadcasts.of', { some: reached, all: partnerships })}</dd>
            </div>
          </dl>
        ) : (
          <p className={page.note}>{t('broadcasts.reach_unasked', { recipients })}</p>
        )}
        {acknowledge && reach.toCall && missing}
        {acknowledge && reach.partnerships.length > 0 && <Partnerships of={reach.partnerships} />}
        {acknowledge && !reach.toCall && missing}
        {networkSlug !== undefined && (
          <p className={page.links}>
            <Link to="/n/$networkSlug/reach" params={{ networkSlug }}>
              {t('broadcasts.board_link')}
            </Link>
          </p>
        )}
      </div>
    </>
  );
}

const order = { not_yet: 0, swedish: 1, international: 1, reached: 2 };

function Partnerships({ of }: { of: BroadcastReach['partnerships'] }) {
  const t = useT();
  const collator = useCollator();
  const rows = of
    .map((one) => ({ ...one, standing: standingOf(one.sides) }))
    .sort((a, b) => order[a.standing] - order[b.standing] || collator.compare(a.name, b.name));
  return (
    <section aria-labelledby="partnerships" className={pages.section}>
      <h2 id="partnerships">{t('broadcasts.partnerships')}</h2>
      <p className={pages.hint}>{t('broadcasts.reach_hint')}</p>
      <ul className={pages.list}>
        {rows.map(({ id, slug, name, sides, standing }) => (
          <li key={id} className={styles.row}>
            <div className={styles.rowHead}>
              <Link to="/p/$partnershipSlug" params={{ partnershipSlug: slug }} className={page.title}>
                {name}
              </Link>
              <StandingTag standing={standing} />
            </div>
            <ul className={styles.sides}>
              <SideLine side="swedish" of={sides.find(({ side }) => side === 'swedish')} />
              <SideLine side="international" of={sides.find(({ side }) => side === 'international')} />
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SideLine({ side, of }: { side: Side; of: SideReach | undefined }) {
  const t = useT();
  const { moment } = useFormats();
  const now = useNow();
  const { people = 0, acknowledged = 0, firstAt = null } = of ?? {};
  const Icon = acknowledged > 0 ? CircleCheck : Circle;
  return (
    <li className={styles.side} data-reached={acknowledged > 0 || undefined}>
      <Icon aria-hidden size={15} />
      <span>
        {people === 0
          ? t('broadcasts.side_nobody', { side: t(`side.${side}`) })
          : t('broadcasts.side_count', { side: t(`side.${side}`), acknowledged, people })}
        {firstAt !== null && <>, {t('broadcasts.side_first', { moment: moment(firstAt, now) })}</>}
      </span>
    </li>
  );
}
