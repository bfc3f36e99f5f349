/** Closing a network and opening it again in one place, so that each undoes the other. */
import type { NetworkPage } from '@hub/contracts';
import { useState } from 'react';
import { announce } from '../../../a11y';
import forms from '../../../forms/forms.module.css';
import { Line } from '../../../forms/inputs';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed } from '../../../ui';
import { isClosed } from '../ended';
import { useNetworkCache } from '../network-cache';
import styles from './settings.module.css';

type To = 'completed' | 'archived' | 'open';
const ways = ['completed', 'archived'] as const satisfies To[];

export function NetworkClosing({ network }: { network: NetworkPage }) {
  const t = useT();
  const hub = useHub();
  const cache = useNetworkCache();
  const closed = isClosed(network.status);
  const [way, setWay] = useState<To>('completed');
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const close = async (to: To) => {
    setBusy(true);
    setRefused(undefined);
    try {
      await hub.call('network.close', { networkSlug: network.slug, to, reason: to === 'open' ? '' : reason });
      await cache.refresh();
      announce(t(to === 'open' ? 'network_settings.opened' : 'network_settings.closed'));
    } catch (error) {
      setRefused(error);
    }
    setBusy(false);
  };
  return (
    <section aria-labelledby="closing" className={styles.closing}>
      <h2 id="closing">{t(closed ? 'network_settings.open' : 'network_settings.close')}</h2>
      <p>{t(closed ? 'network_settings.open_text' : 'network_settings.close_text')}</p>
      {!closed && (
        <>
          <fieldset className={forms.group}>
            <legend>{t('network_settings.close_as')}</legend>
            {ways.map((one) => (
              <label key={one} className={forms.choice}>
                <input
                  type="radio"
                  name="way"
                  checked={way === one}
                  aria-describedby={`way-${one}`}
                  onChange={() => setWay(one)}
                />
                <span className={forms.choiceName}>{t(`network_settings.${one}`)}</span>
                <span id={`way-${one}`} className={forms.choiceText}>
                  {t(`network_settings.${one}_text`)}
                </span>
              </label>
            ))}
          </fieldset>
          <Line
            id="closing-reason"
            label={t('network_settings.reason')}
            hint={t('network_settings.reason_hint')}
            problem={undefined}
            required={false}
            value={reason}
            onChange={setReason}
          />
        </>
      )}
      {refused !== undefined && <Failed error={refused} />}
      <Button busy={busy} onClick={() => void close(closed ? 'open' : way)}>
        {t(closed ? 'network_settings.open_now' : 'network_settings.close_now')}
      </Button>
    </section>
  );
}
