/** Changing what was not sent yet, the step in which it is sent, and correcting what was sent. */
import type { BroadcastPage } from '@hub/contracts';
import { useT } from '../../../i18n';
import { useParams, useSearch } from '../../../router';
import { EmptyState, Failed, Loading, PageHeader, useHere } from '../../../ui';
import { valuesOf } from '../form-values';
import { useBroadcast, useOwnNetwork } from '../use-broadcasts';
import { unsentPlace, useKept } from '../use-kept';
import { usePlaces } from '../use-places';
import { BroadcastForm } from './broadcast-form';
import { BroadcastPath } from './broadcast-path';
import { CorrectionForm } from './correction-form';
import { SendStep } from './send-step';

export function BroadcastChangeRoute() {
  const { broadcastId } = useParams('/b/$broadcastId/change');
  const t = useT();
  const { data, error, refetch } = useBroadcast(broadcastId);
  useHere(useOwnNetwork(data?.networks)?.slug);
  if (data) return <Step key={broadcastId} page={data} />;
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  return <Loading text={t('broadcasts.loading_one')} />;
}

function Step({ page }: { page: BroadcastPage }) {
  const t = useT();
  const { step } = useSearch('/b/$broadcastId/change');
  const { id, title, language, networks, may } = page;
  const sends = may.change && step === 'send';
  const heading = may.correct ? 'broadcasts.correct_title' : sends ? 'broadcasts.review' : 'broadcasts.change_title';
  const path = <BroadcastPath network={useOwnNetwork(networks)} of={{ id, title, language }} />;
  if (!may.change && !may.correct)
    return (
      <>
        <PageHeader path={path}>{t('broadcasts.change_title')}</PageHeader>
        <EmptyState title={t('broadcasts.not_yours')}>{t('broadcasts.not_yours_hint')}</EmptyState>
      </>
    );
  return (
    <>
      <PageHeader path={path} lead={may.correct ? t('broadcasts.correct_lead') : undefined}>
        {t(heading)}
      </PageHeader>
      {may.correct ? <CorrectionForm page={page} /> : sends ? <SendStep page={page} /> : <ChangeForm page={page} />}
    </>
  );
}

function ChangeForm({ page }: { page: BroadcastPage }) {
  const places = usePlaces();
  const network = useOwnNetwork(page.networks);
  const kept = useKept(unsentPlace(page.id), () => valuesOf(page));
  return <BroadcastForm {...{ places, kept }} broadcastId={page.id} networkSlug={network?.slug ?? ''} saved />;
}
