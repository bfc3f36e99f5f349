/**
 * What people can be told of: one table, which the hub asks whom to write to and when, and which the page of one's choices
 * shows. Free of zod, so that a page may have it without the schemas.
 */

/** Of a notification: the reader has something to do, or only to know. */
export const needs = ['me', 'know'] as const;
export type Needs = (typeof needs)[number];

/** By mail as soon as it may be, in the next digest, or in the hub alone. */
export const mailChoices = ['now', 'digest', 'off'] as const;
export type MailChoice = (typeof mailChoices)[number];

export const notificationKinds = [
  'mention',
  'direct',
  'reply',
  'report',
  'broadcast',
  'acknowledgement_missing',
  'milestone_due',
  'milestone_late',
  'milestone_changed',
  'visit_coming',
  'lessons_wanted',
  'question_asked',
  'question_routed',
  'question_due',
  'question_late',
  'question_asked_back',
  'question_followed',
  'question_answered',
  'answer_accepted',
  'note_review',
  'role_ending',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

export interface Telling {
  needs: Needs;
  /** What is done where neither the network nor the person chose. */
  mail: MailChoice;
  /** Always by mail and at the next waking hour, whatever was chosen. */
  critical?: true;
  /** It is of a channel, for which a person may choose apart. */
  ofChannel?: true;
}

export const tellings: Record<NotificationKind, Telling> = {
  mention: { needs: 'me', mail: 'now', ofChannel: true },
  direct: { needs: 'me', mail: 'now', ofChannel: true },
  reply: { needs: 'know', mail: 'digest', ofChannel: true },
  report: { needs: 'me', mail: 'now' },
  /** Needs the reader where it asks to be acknowledged. */
  broadcast: { needs: 'know', mail: 'now', critical: true },
  acknowledgement_missing: { needs: 'me', mail: 'now', critical: true },
  milestone_due: { needs: 'me', mail: 'now' },
  milestone_late: { needs: 'me', mail: 'digest' },
  milestone_changed: { needs: 'know', mail: 'digest' },
  visit_coming: { needs: 'know', mail: 'now' },
  lessons_wanted: { needs: 'me', mail: 'now' },
  /** To whoever routes: nobody is answerable yet, or not any more. */
  question_asked: { needs: 'me', mail: 'now' },
  /** To whoever is answerable from now on. */
  question_routed: { needs: 'me', mail: 'now' },
  question_due: { needs: 'me', mail: 'now' },
  /** To whoever is answerable and whoever routes; then to the second, who may take it. */
  question_late: { needs: 'me', mail: 'now' },
  question_asked_back: { needs: 'me', mail: 'now' },
  /** The asker replied, or asks further. */
  question_followed: { needs: 'me', mail: 'now' },
  /** To the asker, and to those who have it too. */
  question_answered: { needs: 'know', mail: 'now' },
  /** To its author: it helped, somebody stands by it, or it was made a note. */
  answer_accepted: { needs: 'know', mail: 'digest' },
  note_review: { needs: 'me', mail: 'digest' },
  role_ending: { needs: 'know', mail: 'now', critical: true },
};

/** Letters that are no notifications: asked for at the door, so they leave at once, at any hour. */
export const lettersAtOnce = ['sign_in', 'invitation'] as const;

/** A mail waits this long, so that what is read meanwhile is not mailed, ms. */
export const heldMs = 5 * 60_000;

/** What counts for a person who has not chosen, where it does not matter of which network it is: what all of theirs say, else what the hub does. */
export function suggestedMail(
  kind: NotificationKind,
  networks: readonly Partial<Record<NotificationKind, MailChoice>>[],
): MailChoice {
  const said = new Set(networks.map((mail) => mail[kind] ?? tellings[kind].mail));
  const [choice] = said;
  return choice !== undefined && said.size === 1 ? choice : tellings[kind].mail;
}
