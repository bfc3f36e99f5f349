/** A session as its owner recognises it: the browser and the system it runs on, as far as the hub knows them. */
import type { SessionCard } from '@hub/contracts';
import type { Translate } from '../../i18n';

export function deviceName(t: Translate, { browser, system }: Pick<SessionCard, 'browser' | 'system'>): string {
  if (browser && system) return t('security.device', { browser, system });
  return browser || system || t('security.device_unknown');
}
