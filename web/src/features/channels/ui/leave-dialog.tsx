/** Asks before a channel is left, because its history closes with it. */
import type { ChannelPage } from '@hub/contracts';
import { useState } from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { navigate } from '../../../router';
import { Button, Failed } from '../../../ui';
import { Dialog, DialogButtons } from '../../../ui/dialog';

export function LeaveDialog({ channel, onClose }: { channel: ChannelPage; onClose(): void }) {
  const t = useT();
  const hub = useHub();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();

  const leave = async () => {
    setBusy(true);
    setRefused(undefined);
    try {
      await hub.call('channel.leave', { channelId: channel.id });
      announce(t('rooms.left', { channel: channel.name }));
      navigate({ to: '/n/$networkSlug', params: { networkSlug: channel.network.slug } });
    } catch (error) {
      setRefused(error);
      setBusy(false);
    }
  };

  return (
    <Dialog title={t('rooms.leave_heading', { channel: channel.name })} onClose={onClose}>
      <p>{t('rooms.leave_text')}</p>
      {refused !== undefined && <Failed error={refused} />}
      <DialogButtons>
        <Button look="quiet" onClick={onClose}>
          {t('rooms.stay')}
        </Button>
        <Button look="primary" busy={busy} onClick={() => void leave()}>
          {t('rooms.leave_now')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
