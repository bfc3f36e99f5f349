/** The rules of a message, pure. */
import { isTooMuchMarkup, mentionToken, notMarkup, Role, type SendMessage } from '@hub/contracts';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { createHash } from 'node:crypto';

/** What stands between `<@` and `>`, each once, in the order of the text; what is shown as code calls nobody. */
function tokensIn(body: string): string[] {
  if (!body.includes('<@')) return [];
  return [...new Set([...withoutCode(body).matchAll(mentionToken)].map(([token]) => token.slice(2, -1).toLowerCase()))];
}

/** Only what may hold code is parsed: few messages do. */
const mayHoldCode = /`|~~~/;
/** What does not decide where code begins and ends is not looked for: it would only cost time. */
const elsewhere = [
  'attention',
  'autolink',
  'headingAtx',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
  'thematicBreak',
];

function withoutCode(body: string): string {
  if (!mayHoldCode.test(body) || isTooMuchMarkup(body)) return body;
  const stretches = codeOf(fromMarkdown(body, { extensions: [{ disable: { null: [...notMarkup, ...elsewhere] } }] }));
  return stretches.reduceRight((text, [from, to]) => text.slice(0, from) + text.slice(to), body);
}

/** From and to which character code stands, in order. */
function codeOf(node: Nodes): [from: number, to: number][] {
  if ('children' in node) return node.children.flatMap(codeOf);
  const { start, end } = node.position ?? {};
  const isCode = node.type === 'code' || node.type === 'inlineCode';
  return isCode && start?.offset !== undefined && end?.offset !== undefined ? [[start.offset, end.offset]] : [];
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
