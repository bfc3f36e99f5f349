/** A milestone: when it was planned and is expected, how it stands, what was said and proved, and who has done it already. */
import type { MilestonePage } from '@hub/contracts';
import { useLocale, useT } from '../../../i18n';
import { Link, useParams } from '../../../router';
import { Failed, Loading, PageHeader, Path, useHere } from '../../../ui';
import { languageOf } from '../../marks';
import { useMilestone } from '../use-milestone';
import { ChangeForm } from './change-form';
import { Days } from './days';
import { ElsewhereSection } from './elsewhere-section';
import { EvidenceSection } from './evidence-section';
import { History } from './history';
import { LessonSection } from './lesson-section';
import styles from './milestone-route.module.css';
import { StandingTag } from './standing-tag';
import { Talk } from './talk';

export function MilestoneRoute() {
  const { milestoneId } = useParams('/m/$milestoneId');
  const t = useT();
  const { data, error, refetch } = useMilestone(milestoneId);
  useHere(data?.network.slug);
  if (data) return <MilestoneView key={milestoneId} page={data} />;
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  return <Loading text={t('milestone.loading')} />;
}

function MilestoneView({ page }: { page: MilestonePage }) {
  const t = useT();
  const locale = useLocale();
  const { milestone, item, network, partnership, may, changes } = page;
  // Guests see that of the whole network, without what people did and wrote.
  const isTold = changes.length > 0;
  const name = item.names[locale] ?? item.names.en ?? '';
  return (
    <>
      <PageHeader
        title={partnership ? t('milestone.title', { name, partnership: partnership.name }) : name}
        lang={languageOf(item.names, locale)}
        path={
          <Path>
            <Link to="/n/$networkSlug" params={{ networkSlug: network.slug }} lang="en">
              {network.name}
            </Link>
            {partnership && (
              <Link to="/p/$partnershipSlug" params={{ partnershipSlug: partnership.slug }}>
                {partnership.name}
              </Link>
            )}
          </Path>
        }
        lead={
          <p className={styles.lead}>
            <StandingTag milestone={milestone} />
            <span>{t(`milestone_kind.${item.kind}`)}</span>
            <Owner page={page} />
          </p>
        }
      >
        {name}
      </PageHeader>
      <div className={styles.sections}>
        <Days milestone={milestone} deadline={item.deadline} />
        {may.change && <ChangeForm page={page} />}
        <Talk page={page} name={name} />
        {isTold && <EvidenceSection page={page} />}
        <LessonSection page={page} />
        {partnership && <ElsewhereSection page={page} />}
        {isTold && <History page={page} />}
      </div>
    </>
  );
}

function Owner({ page: { item, ownerSeat } }: { page: MilestonePage }) {
  const t = useT();
  const role = t(`role.${ownerSeat?.role ?? item.ownerRole}`);
  return (
    <span>
      {ownerSeat?.holder
        ? t('milestone.owner_holder', { role, name: ownerSeat.holder.name })
        : t('milestone.owner', { role })}
    </span>
  );
}
