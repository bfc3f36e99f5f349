/** The timeline of a network, or of all that the reader has, as a picture, a table or a list. */
import type { Timeline } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useT } from '../../../i18n';
import { Link, useLocation } from '../../../router';
import { Failed, Loading, PageHeader, Path } from '../../../ui';
import { axisOf } from '../axis';
import { bandsShown } from '../bands';
import { shownOf } from '../filter';
import { views } from '../look';
import { useTimelineCache } from '../timeline-cache';
import { useLook } from '../use-look';
import { useOpenOnPaper } from '../use-open-on-paper';
import { Filters } from './filters';
import { Folded } from './folded';
import { Legend } from './legend';
import { Nothing } from './nothing';
import { OnPaper } from './on-paper';
import { PlanLink } from './plan-link';
import { Picture } from './picture';
import { SaveAndPrint } from './save-and-print';
import { Segments } from './segments';
import styles from './timeline-route.module.css';
import { TimelineList } from './timeline-list';
import { TimelineTable } from './timeline-table';
import controls from './controls.module.css';

export function TimelineRoute() {
  const { networkSlug } = useLocation().params;
  const t = useT();
  const { data, error, refetch } = useQuery(useTimelineCache().timeline(networkSlug));
  if (data) return <TimelinePage timeline={data} networkSlug={networkSlug} />;
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  return <Loading text={t('timeline.loading')} />;
}

function TimelinePage({ timeline, networkSlug }: { timeline: Timeline; networkSlug: string | undefined }) {
  const t = useT();
  const [look, change] = useLook();
  const paper = useOpenOnPaper<HTMLDivElement>();
  const { today, bands } = timeline;
  const { filter } = look;
  const one = networkSlug === undefined ? undefined : timeline.networks[0];
  const networks = useMemo(() => timeline.networks.map((network) => shownOf(network, filter)), [timeline, filter]);
  const axis = useMemo(() => axisOf(timeline.networks, look.axis), [timeline, look.axis]);
  const drawn = useMemo(
    () => (look.bands ? bands.filter(({ country }) => !filter.country || country === filter.country) : []),
    [look.bands, bands, filter.country],
  );
  const countries = new Set(networks.flatMap(({ rows }) => rows.flatMap(({ partnership }) => partnership.countries)));
  const named = timeline.networks.length > 1;
  const nothing = networks.every(({ rows, milestones }) => rows.length + milestones.length === 0);
  const partnerships = networks.reduce((sum, { rows }) => sum + rows.length, 0);

  return (
    <div className={styles.page} data-wide>
      <div className={styles.screen}>
        <PageHeader
          title={one ? t('timeline.title_of', { network: one.name }) : t('timeline.title')}
          path={
            one && (
              <Path>
                <Link to="/n/$networkSlug" params={{ networkSlug: one.slug }} lang="en">
                  {one.name}
                </Link>
              </Path>
            )
          }
          lead={t(one ? 'timeline.lead' : 'timeline.lead_all')}
          actions={
            one?.may.change && (
              <p className={styles.links}>
                <Link to="/n/$networkSlug/board" params={{ networkSlug: one.slug }} className={styles.board}>
                  {t('timeline.board')}
                </Link>
                {one.items.length > 0 && <PlanLink network={one} />}
              </p>
            )
          }
        >
          {t('timeline.title')}
        </PageHeader>
      </div>
      <OnPaper networks={networks} today={today} filter={filter} />
      <Folded filter={filter}>
        <Filters networks={timeline.networks} filter={filter} onChange={(next) => change({ filter: next })} />
      </Folded>
      <div className={controls.bar}>
        <Segments
          label={t('timeline.view')}
          value={look.view}
          choices={views.map((view) => [view, t(`timeline.view_${view}`)] as const)}
          onChange={(view) => change({ view })}
        />
        <p role="status" className={controls.count}>
          {timeline.networks.some(({ rows }) => rows.length > 0) && t('timeline.shown', { count: partnerships })}
        </p>
        <SaveAndPrint networks={networks} name={one?.slug ?? 'timeline'} />
      </div>
      {nothing ? (
        <Nothing networks={timeline.networks} />
      ) : (
        <div ref={paper}>
          {look.view === 'picture' && (
            <>
              <Picture networks={networks} bands={drawn} axis={axis} today={today} look={look} onLook={change} />
              <Legend bands={bandsShown(drawn, countries, axis, networks)} networks={networks} />
            </>
          )}
          {look.view === 'table' &&
            networks.map((network) => (
              <TimelineTable key={network.id} network={network} items={network.items} named={named} />
            ))}
          {look.view === 'list' && <TimelineList networks={networks} today={today} named={named} />}
        </div>
      )}
    </div>
  );
}
