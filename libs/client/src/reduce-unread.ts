/** Everything the reader has not read, after an event. Undefined: it is to be loaded afresh. */
import type { ChannelPage, HubEvent, UnreadList, UnreadTopic } from '@hub/contracts';
import { compare } from './reduce-channels.js';
import { counted, foldTopic, latest, readingOf, topicIdOf, type Reader } from './topics.js';

type UnreadChannel = UnreadList['channels'][number];

/**
 * What is known of a topic in which nothing was unread so far stands in its channel's `page` (as it is after the event)
 * where that is loaded, else in what the reader was told of it.
 */
export function reduceUnread(
  list: UnreadList,
  event: HubEvent,
  reader: Reader,
  page?: ChannelPage,
): UnreadList | undefined {
  if (event.kind === 'channel.gained')
    return list.channels.some(({ id }) => id === event.channel.id) ? list : undefined;
  const channel = 'channelId' in event && list.channels.find(({ id }) => id === event.channelId);
  if (!channel || ('seq' in event && event.seq <= channel.lastSeq)) return list;
  if (event.kind === 'person.erased') return undefined;
  if (event.kind === 'channel.lost') return { channels: list.channels.filter((one) => one !== channel) };
  const reduced = reduceChannel(channel, event, reader, page);
  if (!reduced) return undefined;
  const next = 'seq' in event ? { ...reduced, lastSeq: event.seq } : reduced;
  if (next === channel) return list;
  const channels = list.channels.map((one) => (one === channel ? next : one));
  return { channels: event.kind === 'channel.changed' ? channels.sort(byNetwork) : channels };
}

function reduceChannel(
  channel: UnreadChannel,
  event: HubEvent,
  reader: Reader,
  page: ChannelPage | undefined,
): UnreadChannel | undefined {
  if (event.kind === 'channel.muted') return { ...channel, muted: event.muted };
  if (event.kind === 'channel.changed')
    return { ...channel, ...(channel.kind !== 'direct' && { name: event.channel.name }) };
  const topicId = topicIdOf(event);
  const known = channel.topics.find(({ id }) => id === topicId);
  const folded = known ? reduceTopic(known, event, reader.me) : found(channel.id, event, reader);
  if (known && folded === known) return channel;
  const topic = page?.id === channel.id ? unreadIn(page, topicId) : folded;
  if (topic === 'unknown') return undefined;
  if (!topic && !known) return channel;
  const others = channel.topics.filter((one) => one !== known);
  const topics = topic && topic.reading.unread > 0 ? [...others, topic] : others;
  return { ...channel, topics: topics.sort((a, b) => b.lastSeq - a.lastSeq) };
}

function reduceTopic(topic: UnreadTopic, event: HubEvent, me: string): UnreadTopic | undefined {
  if (event.kind === 'topic.changed' && !event.topic) return undefined;
  const next = foldTopic(topic, event, me);
  return next !== topic && event.kind === 'message.sent'
    ? { ...next, lastAuthorName: event.message.author.name }
    : next;
}

/** A topic of a page, if something in it is unread. */
function unreadIn({ topics }: ChannelPage, topicId: string | undefined): UnreadTopic | undefined {
  const card = topics.find(({ id }) => id === topicId);
  if (!card || card.reading.unread === 0) return undefined;
  const { id, title, reading, lastSeq, lastMessageAt, excerpt, lastAuthor } = card;
  return { id, title, reading, lastSeq, lastMessageAt, excerpt, lastAuthorName: lastAuthor.name };
}

/** A topic of which nothing was unread, if something is now. */
function found(channelId: string, event: HubEvent, reader: Reader): UnreadTopic | 'unknown' | undefined {
  if (event.kind === 'read.moved') return event.reading.unread > 0 ? 'unknown' : undefined;
  if (event.kind !== 'message.sent' || event.message.author.id === reader.me) return undefined;
  const { message, topicTitle: title } = event;
  const before = readingOf(reader, channelId, message.topicId);
  if (!before) return 'unknown';
  const reading = counted(before, event, reader.me);
  return { id: message.topicId, title, reading, ...latest(message), lastAuthorName: message.author.name };
}

/** As the hub lists them; a direct conversation has no name of its own there. */
function byNetwork(a: UnreadChannel, b: UnreadChannel): number {
  const name = ({ kind, name }: UnreadChannel) => (kind === 'direct' ? '' : name);
  return compare(a.network.name, b.network.name) || compare(name(a), name(b)) || compare(a.id, b.id);
}
