/** What a notification is about: its name, what is said of it, and where it is. */
import type { Locale, Notification } from '@hub/contracts';
import type { Formats } from '../../formats';
import type { Translate } from '../../i18n';
import { excerptText } from '../../mention-words';

export interface About {
  title: string;
  /** The language of the title, where it is known to be another than the reader's. */
  language?: string;
  text: string;
  where: string;
}

export function aboutOf(
  notification: Notification,
  locale: Locale,
  t: Translate,
  { date }: Pick<Formats, 'date'>,
): About {
  switch (notification.kind) {
    case 'role_ending': {
      const { role, partnershipName, networkName, lastOn } = notification;
      return {
        title: t(`role.${role}`),
        text: t('notifications.role_last', { date: date(lastOn) }),
        where: partnershipName ?? networkName ?? t('notifications.whole_hub'),
      };
    }
    case 'milestone_due':
    case 'milestone_late':
    case 'milestone_changed': {
      const { names, on, network, partnership } = notification;
      return {
        title: names[locale] ?? names.en ?? '',
        language: names[locale] === undefined ? 'en' : undefined,
        text: date(on),
        where: placeText(t, network, partnership),
      };
    }
    case 'visit_coming':
    case 'lessons_wanted': {
      const { startsOn, endsOn, network, partnership } = notification;
      return {
        title: partnership.name,
        language: 'en',
        text: t('notifications.days', { first: date(startsOn), last: date(endsOn) }),
        where: network.name,
      };
    }
    case 'broadcast':
    case 'acknowledgement_missing': {
      const { title, language, networkName, acknowledge, acknowledgeBy, acknowledgedAt } = notification;
      const open = acknowledge && acknowledgedAt === null;
      return {
        title,
        language: language === locale ? undefined : language,
        text: open ? acknowledgeText(t, acknowledgeBy && date(acknowledgeBy)) : '',
        where: networkName,
      };
    }
    case 'question_asked':
    case 'question_routed':
    case 'question_due':
    case 'question_late':
    case 'question_asked_back':
    case 'question_followed':
    case 'question_answered':
    case 'answer_accepted': {
      const { title, language, network, partnership, answerBy } = notification;
      return {
        title,
        language: language === locale ? undefined : language,
        text: answerBy === null ? '' : t('notifications.answer_by', { date: date(answerBy) }),
        where: placeText(t, network, partnership),
      };
    }
    case 'note_review': {
      const { title, reviewOn, networkName } = notification;
      return { title, text: t('notifications.review_on', { date: date(reviewOn) }), where: networkName };
    }
    default: {
      const { topicTitle: title, excerpt, networkName: network, channelName: channel } = notification;
      return { title, text: excerptText(excerpt, t), where: t('notifications.where', { network, channel }) };
    }
  }
}

function acknowledgeText(t: Translate, by: string | null): string {
  return by === null ? t('notifications.confirm') : t('notifications.confirm_by', { date: by });
}

function placeText(t: Translate, network: { name: string }, partnership: { name: string } | null): string {
  return partnership ? t('notifications.where', { network: network.name, channel: partnership.name }) : network.name;
}
