/** A partnership: its parties, project, people, steering group, channels and how it came here. */
import type { PartnershipPage } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { Settings } from 'lucide-react';
import { Suspense } from 'react';
import { useFormats, useT } from '../../../i18n';
import { Link, useParams } from '../../../router';
import { Failed, Loading, PageHeader, Path, useHere } from '../../../ui';
import { ChannelList, StageTag, useNetworkCache } from '../../networks';
import { VisitsSection } from '../../visits';
import { CalendarLink } from './calendar-link';
import { Parties } from './parties';
import styles from './partnership-route.module.css';
import { People } from './people';
import { ProjectSection } from './project-section';
import { SteeringGroup } from './steering-group';

export function PartnershipRoute() {
  const { partnershipSlug } = useParams('/p/$partnershipSlug');
  const t = useT();
  const { data, error, refetch } = useQuery(useNetworkCache().partnership(partnershipSlug));
  useHere(data?.network.slug);
  if (data) return <Partnership partnership={data} />;
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  return <Loading text={t('partnerships.loading')} />;
}

function Partnership({ partnership }: { partnership: PartnershipPage }) {
  const t = useT();
  const { list } = useFormats();
  const { network, channels } = partnership;
  return (
    <>
      <PageHeader
        path={
          <Path>
            <Link to="/n/$networkSlug" params={{ networkSlug: network.slug }} lang="en">
              {network.name}
            </Link>
          </Path>
        }
        lead={<Stage partnership={partnership} />}
      >
        {partnership.name}
      </PageHeader>
      {partnership.formerNames.length > 0 && (
        <p className={styles.former}>{t('partnerships.former_names', { names: list(partnership.formerNames) })}</p>
      )}
      {(partnership.may.change || partnership.may.seats) && (
        <p className={styles.settings}>
          <Settings aria-hidden size={17} />
          <Link to="/p/$partnershipSlug/settings" params={{ partnershipSlug: partnership.slug }}>
            {t('partnerships.settings')}
          </Link>
        </p>
      )}
      <CalendarLink partnership={partnership} />
      <div className={styles.sections}>
        <Parties partnership={partnership} />
        <Suspense>
          <VisitsSection networkSlug={network.slug} partnership={partnership} />
        </Suspense>
        <ProjectSection project={partnership.projectDetails} />
        <People partnership={partnership} />
        <SteeringGroup partnership={partnership} />
        {channels.length > 0 && (
          <section aria-labelledby="channels" className={styles.section}>
            <h2 id="channels">{t('partnerships.channels')}</h2>
            {channels.every(({ archived }) => archived) && <p>{t('partnerships.closed')}</p>}
            <ChannelList channels={channels} networkSlug={network.slug} />
          </section>
        )}
        <History partnership={partnership} />
      </div>
    </>
  );
}

function Stage({ partnership }: { partnership: PartnershipPage }) {
  const t = useT();
  const { date } = useFormats();
  return (
    <p className={styles.stage}>
      <StageTag status={partnership.status} />
      <span>{t('partnerships.since', { date: date(partnership.statusFromOn) })}</span>
      {partnership.associate && <span>{t('partnerships.associate_hint')}</span>}
    </p>
  );
}

function History({ partnership }: { partnership: PartnershipPage }) {
  const t = useT();
  const { date } = useFormats();
  return (
    <section aria-labelledby="history" className={styles.section}>
      <h2 id="history">{t('partnerships.history')}</h2>
      <ol className={styles.history}>
        {partnership.statuses.map(({ status, fromOn, reason }) => (
          <li key={`${fromOn}-${status}`}>
            <time dateTime={fromOn}>{date(fromOn)}</time>
            <div>
              <StageTag status={status} />
              {reason !== '' && (
                <p className={styles.reason} lang="en">
                  {reason}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
