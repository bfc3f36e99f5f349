/** What a reader does with a channel itself: hear less of it, look after it, leave it. */
import type { ChannelPage } from '@hub/contracts';
import { Bell, BellOff, LogOut, Mail, Settings2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link } from '../../../router';
import { Button, buttonClass, failureText } from '../../../ui';
import styles from './channel-route.module.css';

const LeaveDialog = lazy(async () => ({ default: (await import('./leave-dialog')).LeaveDialog }));

export function ChannelActions({ channel }: { channel: ChannelPage }) {
  const t = useT();
  const [leaving, setLeaving] = useState(false);
  const { id: channelId, network, may } = channel;
  const params = { networkSlug: network.slug, channelId };
  return (
    <div className={styles.actions}>
      <MuteButton channelId={channelId} muted={channel.muted} />
      <Link to="/n/$networkSlug/c/$channelId/mail" params={params} className={buttonClass('quiet')}>
        <Mail aria-hidden size={18} />
        {t('rooms.mail')}
      </Link>
      {may.manage && (
        <Link to="/n/$networkSlug/c/$channelId/change" params={params} className={buttonClass('quiet')}>
          <Settings2 aria-hidden size={18} />
          {t('rooms.change')}
        </Link>
      )}
      {may.leave && (
        <button type="button" className={buttonClass('quiet')} onClick={() => setLeaving(true)}>
          <LogOut aria-hidden size={18} />
          {t('rooms.leave')}
        </button>
      )}
      {leaving && (
        <Suspense fallback={null}>
          <LeaveDialog channel={channel} onClose={() => setLeaving(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** Says what it does; the state stands in the words, not in a pressed look. */
function MuteButton({ channelId, muted }: { channelId: string; muted: boolean }) {
  const t = useT();
  const hub = useHub();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>();
  const toggle = async () => {
    setBusy(true);
    setFailed(undefined);
    try {
      await hub.call('channel.mute', { channelId, muted: !muted });
      announce(t(muted ? 'rooms.unmuted' : 'rooms.muted'));
    } catch (error) {
      setFailed(error);
    }
    setBusy(false);
  };
  return (
    <>
      {failed !== undefined && (
        <p role="alert" className={styles.failed}>
          {failureText(t, failed)}
        </p>
      )}
      <Button look="quiet" busy={busy} title={t('rooms.mute_hint')} onClick={() => void toggle()}>
        {muted ? <BellOff aria-hidden size={18} /> : <Bell aria-hidden size={18} />}
        {t(muted ? 'rooms.unmute' : 'rooms.mute')}
      </Button>
    </>
  );
}
