/** The rules of a message, pure. */
import type { SendMessage } from '@hub/contracts';
import { createHash } from 'node:crypto';

const mention = /<@([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})>/g;

/** The people a body mentions, each once, in the order of the text. */
export function mentionedIn(body: string): string[] {
  return [...new Set([...body.matchAll(mention)].map(([, id]) => id ?? ''))];
}

/** What a retry must repeat to count as one: everything the sender chose but the clientId. */
export function contentHash({ channelId, topicId, topicTitle, body, language }: SendMessage): Buffer {
  const content = JSON.stringify([channelId, topicId ?? null, topicTitle ?? null, body, language ?? null]);
  return createHash('sha256').update(content).digest();
}
