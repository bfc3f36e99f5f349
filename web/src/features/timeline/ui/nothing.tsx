/** In place of a timeline on which nothing is: why, and what the reader can do about it. */
import type { TimelineNetwork } from '@hub/contracts';
import { useState } from 'react';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, EmptyState, Failed } from '../../../ui';
import { useTimelineCache } from '../timeline-cache';

/** `networks`: everything, unfiltered. */
export function Nothing({ networks }: { networks: readonly TimelineNetwork[] }) {
  const t = useT();
  const [first] = networks;
  if (!first) return <EmptyState title={t('timeline.none')}>{t('timeline.none_hint')}</EmptyState>;
  if (networks.some(({ items }) => items.length > 0))
    return <EmptyState title={t('timeline.nothing')}>{t('timeline.nothing_hint')}</EmptyState>;
  if (networks.length > 1 || !first.may.change)
    return <EmptyState title={t('timeline.no_plan')}>{t('timeline.no_plan_hint')}</EmptyState>;
  return <NoPlan networkSlug={first.slug} />;
}

function NoPlan({ networkSlug }: { networkSlug: string }) {
  const t = useT();
  const hub = useHub();
  const cache = useTimelineCache();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const layOut = async () => {
    setBusy(true);
    setRefused(undefined);
    try {
      await hub.call('plan.layOut', { networkSlug });
      await cache.refresh();
    } catch (error) {
      setRefused(error);
    }
    setBusy(false);
  };
  return (
    <EmptyState title={t('timeline.no_plan')}>
      <p>{t('timeline.lay_out_hint')}</p>
      {refused !== undefined && <Failed error={refused} />}
      <Button busy={busy} onClick={() => void layOut()}>
        {t('timeline.lay_out')}
      </Button>
    </EmptyState>
  );
}
