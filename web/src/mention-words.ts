/** What has no name of its own in a message's text, in the reader's language. */
import { inWords, type MentionWords } from '@hub/contracts/excerpt';
import type { Translate } from './i18n';

export function mentionWords(t: Translate): MentionWords {
  return {
    role: (role) => t(`role.${role}`),
    channel: t('channels.mention_channel'),
    someone: t('channels.mention_unknown'),
    milestone: t('channels.milestone'),
    visit: t('channels.visit'),
  };
}

/** One of the hub's excerpts in the reader's language. */
export function excerptText(excerpt: string, t: Translate): string {
  return inWords(excerpt, mentionWords(t));
}
