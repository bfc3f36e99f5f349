/** Of what was not sent: that nobody else sees it, when it goes out, and the way on or back. */
import type { BroadcastPage } from '@hub/contracts';
import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { announce } from '../../../a11y';
import { useFormats, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link } from '../../../router';
import { Button, buttonClass, Failed } from '../../../ui';
import pages from '../../../ui/pages.module.css';
import { useRefresh } from '../use-broadcasts';
import { useUnsaved } from '../use-kept';
import styles from './broadcasts.module.css';
import { Unsaved } from './unsaved';

export function Unsent({ page }: { page: BroadcastPage }) {
  const t = useT();
  const { full, zoneCity } = useFormats();
  const hub = useHub();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const unsaved = useUnsaved(page);
  const { id: broadcastId, status, scheduledFor, scheduledZone, notSent, may } = page;
  const unschedule = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await hub.call('broadcast.unschedule', { broadcastId });
      announce(t('broadcasts.unscheduled'));
      await refresh();
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  return (
    <section aria-label={t('broadcasts.not_sent')} className={styles.box}>
      <p>
        {status === 'scheduled' && scheduledFor !== null
          ? t('broadcasts.scheduled_text', { moment: full(scheduledFor), zone: zoneCity(scheduledZone ?? 'UTC') })
          : t('broadcasts.draft_text')}
      </p>
      {notSent && (
        <p className={styles.returned}>
          <CircleAlert aria-hidden size={20} />
          <span>
            <strong>{t('broadcasts.returned_text', { moment: full(notSent.at) })}</strong>{' '}
            {t(`broadcasts.returned_${notSent.reason}`)}
          </span>
        </p>
      )}
      {may.change && unsaved && <Unsaved page={page} />}
      {failure !== undefined && <Failed error={failure} />}
      {may.change && (
        <div className={pages.actions}>
          {status === 'draft' && !unsaved && (
            <Link
              to="/b/$broadcastId/change"
              params={{ broadcastId }}
              search={{ step: 'send' }}
              className={buttonClass('primary')}
            >
              {t('broadcasts.review')}
            </Link>
          )}
          <Link
            to="/b/$broadcastId/change"
            params={{ broadcastId }}
            className={buttonClass(unsaved ? 'primary' : undefined)}
          >
            {t(unsaved ? 'broadcasts.go_on' : 'broadcasts.change')}
          </Link>
          {status === 'scheduled' && (
            <Button busy={busy} onClick={() => void unschedule()}>
              {t('broadcasts.unschedule')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
