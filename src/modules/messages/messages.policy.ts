/** The rules of a message, pure. */
import { mentionToken, Role, type SendMessage } from '@hub/contracts';
import { createHash } from 'node:crypto';

/** What stands between `<@` and `>`, each once, in the order of the text. */
function tokensIn(body: string): string[] {
  return [...new Set([...body.matchAll(mentionToken)].map(([token]) => token.slice(2, -1).toLowerCase()))];
}

const isGroup = (token: string) => token === 'channel' || token.includes(':');

/** The people a body mentions. */
export function mentionedIn(body: string): string[] {
  return tokensIn(body).filter((token) => !isGroup(token));
}

/** The groups a body mentions, as tokens. */
export function groupsIn(body: string): string[] {
  const known = (token: string) => !token.startsWith('role:') || Role.safeParse(token.slice('role:'.length)).success;
  return tokensIn(body).filter((token) => isGroup(token) && known(token));
}

/** What a retry must repeat to count as one: everything the sender chose but the clientId. */
export function contentHash(input: SendMessage): Buffer {
  const { channelId, topicId = null, topicTitle = null, body, language = null, replyToId } = input;
  const content = [channelId, topicId, topicTitle, body, language, ...(replyToId === undefined ? [] : [replyToId])];
  return createHash('sha256').update(JSON.stringify(content)).digest();
}
