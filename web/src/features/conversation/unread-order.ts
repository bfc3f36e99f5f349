/** The way through what is unread: the topics in the order they are listed, round and round. */
import type { UnreadList } from '@hub/contracts';

/** The unread topic after (1) or before (-1) the one that is open; nothing when there is no other. */
export function unreadBeside(list: UnreadList, openTopicId: string | undefined, step: 1 | -1): string | undefined {
  const ids = list.channels
    .filter(({ muted }) => !muted)
    .flatMap(({ topics }) => topics.filter(({ reading }) => reading.unread > 0).map(({ id }) => id));
  const at = openTopicId === undefined ? -1 : ids.indexOf(openTopicId);
  const others = ids.length - (at < 0 ? 0 : 1);
  if (others === 0) return undefined;
  if (at < 0) return step === 1 ? ids[0] : ids.at(-1);
  return ids[(at + step + ids.length) % ids.length];
}
