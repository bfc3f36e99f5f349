/** Why this reader is told of it. */
import type { Notification } from '@hub/contracts';
import type { Translate } from '../../i18n';
import { groupText } from './what-text';

export function whyText(t: Translate, notification: Notification): string {
  switch (notification.kind) {
    case 'mention':
      return notification.group === null
        ? t('notifications.why.mention')
        : t('notifications.why.group', { group: groupText(t, notification.group) });
    case 'direct':
      return t('notifications.why.direct', { author: notification.from.name });
    case 'report':
      return t('notifications.why.report', { network: notification.networkName });
    case 'role_ending':
      return t(notification.own ? 'notifications.why.role_own' : 'notifications.why.role');
    case 'broadcast':
      return t(notification.acknowledge ? 'notifications.why.broadcast_asks' : 'notifications.why.broadcast');
    default:
      return t(`notifications.why.${notification.kind}`);
  }
}
