import type { Notification } from '@hub/contracts';
import type { Translate } from '../../i18n';

/** What happened, in a few words. */
export function whatText(t: Translate, notification: Notification): string {
  const own = notification.kind === 'role_ending' && notification.own;
  return own
    ? t('notifications.role_ending_own')
    : t(`notifications.${notification.kind}`, { author: notification.from.name });
}
