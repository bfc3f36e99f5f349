/** What happened, in a few words: read aloud when it comes, and shown above what it is about. */
import type { Notification } from '@hub/contracts';
import type { Translate } from '../../i18n';

export function whatText(t: Translate, notification: Notification): string {
  const { kind, count } = notification;
  const author = ('from' in notification && notification.from?.name) || '';
  if (kind === 'role_ending' && notification.own) return t('notifications.role_ending_own');
  if (kind === 'milestone_changed' && !author) return t('notifications.milestone_moved');
  if (kind === 'question_routed' && !author) return t('notifications.question_routed_by_rules');
  if (kind === 'question_answered' || kind === 'question_followed') {
    if (notification.state === 'closed') return t('notifications.question_closed', { author });
    if (notification.step === 'reopened') return t('notifications.question_reopened', { author });
  }
  if (kind === 'mention' && notification.group !== null)
    return t('notifications.mention_group', { author, group: groupText(t, notification.group) });
  return t(`notifications.${kind}`, { author, count });
}

/** A group that a message named, as a reader would call it; partnerships are known by name where they are. */
export function groupText(t: Translate, group: string): string {
  if (group === 'channel') return t('notifications.everybody');
  const [, role] = /^role:(\w+)$/.exec(group) ?? [];
  return role === undefined
    ? t('notifications.partnership')
    : t('notifications.role', { role: t(`role.${role}` as 'role.expert') });
}
