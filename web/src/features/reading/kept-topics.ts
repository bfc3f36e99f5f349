/**
 * What was marked as read on a page stays on it, so that nothing moves under the pointer and the way back is where the
 * reader looks: the list as it is now, together with what was kept.
 */
import type { UnreadList, UnreadTopic } from '@hub/contracts';

export type UnreadChannel = UnreadList['channels'][number];

/** Topics by their id, each with the channel it was in, as they were before they were marked. */
export type Kept = ReadonlyMap<string, { channel: UnreadChannel; topic: UnreadTopic }>;

export interface ShownTopic {
  topic: UnreadTopic;
  /** Marked as read here, and nothing new since. */
  done: boolean;
}

export interface ShownChannel extends Omit<UnreadChannel, 'topics'> {
  topics: ShownTopic[];
}

/** Latest first, channels by their latest topic. */
export function shownChannels(channels: readonly UnreadChannel[], kept: Kept): ShownChannel[] {
  const shown = new Map<string, ShownChannel>();
  const live = new Set<string>();
  const take = (channel: UnreadChannel, topic: UnreadTopic, done: boolean) => {
    const known = shown.get(channel.id);
    if (known) known.topics.push({ topic, done });
    else shown.set(channel.id, { ...channel, topics: [{ topic, done }] });
  };
  for (const channel of channels)
    for (const topic of channel.topics)
      if (topic.reading.unread > 0) {
        live.add(topic.id);
        take(channel, topic, false);
      }
  for (const [id, { channel, topic }] of kept) if (!live.has(id)) take(channel, topic, true);
  for (const { topics } of shown.values())
    topics.sort((a, b) => b.topic.lastMessageAt.localeCompare(a.topic.lastMessageAt));
  return [...shown.values()].sort((a, b) => latest(b).localeCompare(latest(a)));
}

function latest({ topics }: ShownChannel): string {
  return topics[0]?.topic.lastMessageAt ?? '';
}
