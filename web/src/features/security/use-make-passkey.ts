/** Makes a passkey on this device and calls it after the device. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../../a11y';
import { useT } from '../../i18n';
import { useHub } from '../../live';
import { deviceName } from './device-name';
import { makePasskey } from './passkey';
import { ownPasskeys, ownSessions } from './queries';

export function useMakePasskey() {
  const t = useT();
  const hub = useHub();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const make = async () => {
    setBusy(true);
    setRefused(undefined);
    try {
      const sessions = await client.ensureQueryData(ownSessions(hub));
      const here = sessions.find(({ current }) => current);
      const made = await makePasskey(hub.call, deviceName(t, here ?? { browser: '', system: '' }));
      client.setQueryData(ownPasskeys(hub).queryKey, made);
      announce(t('security.passkey_made'));
    } catch (error) {
      setRefused(error);
    }
    setBusy(false);
  };
  return { busy, refused, make };
}
