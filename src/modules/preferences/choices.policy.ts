/** Which of the choices counts for a notification, and what somebody has who never chose. Pure. */
import {
  tellings,
  type MailChoice,
  type MailChoices,
  type NotificationKind,
  type PreferencesChange,
} from '@hub/contracts';

/** The same as the defaults of the table: evenings and weekends are quiet, the digest comes in the morning. */
export const unchosen: PreferencesChange = {
  mail: {},
  digest: 'daily',
  digestAt: '07:30',
  digestWeekday: 1,
  quietFrom: '20:00',
  quietUntil: '07:00',
  quietDays: [6, 7],
  quietHolidays: true,
};

export interface Chosen {
  network: MailChoices;
  own: MailChoices;
  channel: MailChoices;
  digest: PreferencesChange['digest'];
}

/**
 * What is nearest counts: the channel's choice, then the person's own, then the network's, then what the hub does. What is
 * critical is mailed whatever was chosen; and a digest that nobody gets is no way to be told.
 */
export function mailChoice(kind: NotificationKind, { network, own, channel, digest }: Chosen): MailChoice {
  const { critical, ofChannel, mail } = tellings[kind];
  if (critical) return 'now';
  const choice = (ofChannel ? channel[kind] : undefined) ?? own[kind] ?? network[kind] ?? mail;
  return choice === 'digest' && digest === 'off' ? 'off' : choice;
}
