/** A channel's page, a topic's page and lists of channels after an event. Undefined: it is to be loaded afresh. */
import type { ChannelCard, ChannelKind, ChannelPage, HubEvent, TopicCard, TopicPage } from '@hub/contracts';
import { foldTopic, latest, readingOf, topicIdOf, type Reader } from './topics.js';

/** The order in which kinds of channels are listed. */
const kinds: ChannelKind[] = [
  'announcements',
  'thematic',
  'partnership',
  'steering_group',
  'mentor_team',
  'guest',
  'direct',
];

export function reduceChannelPage(page: ChannelPage, event: HubEvent, reader: Reader): ChannelPage | undefined {
  if (!concerns(page, event)) return page;
  const next = reduceHead(page, event);
  const topics = reduceTopics(page, event, reader);
  if (!next || topics === page.topics) return next;
  return { ...next, topics, lastMessageAt: topics[0]?.lastMessageAt ?? null };
}

export function reduceTopicPage(page: TopicPage, event: HubEvent, { me }: Reader): TopicPage | undefined {
  if (!concerns(page.channel, event)) return page;
  const channel = reduceHead(page.channel, event);
  // When a topic went, only the channel's page knows what is its latest message now.
  if (!channel || (event.kind === 'topic.changed' && !event.topic)) return undefined;
  const topic = reduceCardOfTopic(page.topic, event, me);
  return topic === page.topic && channel === page.channel ? page : { topic, channel };
}

/** The reader's channels, in a network's list where `networkId` is given: that one takes channels gained. */
export function reduceChannelCards(
  cards: readonly ChannelCard[],
  event: HubEvent,
  networkId?: string,
): readonly ChannelCard[] | undefined {
  if (event.kind === 'channel.gained') {
    const { channel } = event;
    if (channel.networkId !== networkId || cards.some(({ id }) => id === channel.id)) return cards;
    return [...cards, channel].sort(byKind);
  }
  const card = cards.find((one) => concerns(one, event));
  if (!card) return cards;
  if (event.kind === 'channel.lost') return cards.filter((one) => one !== card);
  if (event.kind === 'person.erased' || (event.kind === 'topic.changed' && !event.topic)) return undefined;
  const next = reduceCard(card, event);
  if (next === card) return cards;
  const all = cards.map((one) => (one === card ? next : one));
  return event.kind === 'channel.changed' ? all.sort(byKind) : all;
}

/** Whether an event is about this channel and newer than what is known of it. */
function concerns(channel: ChannelCard, event: HubEvent): boolean {
  return 'channelId' in event && event.channelId === channel.id && !('seq' in event && event.seq <= channel.lastSeq);
}

function reduceCard<C extends ChannelCard>(card: C, event: HubEvent): C {
  if (event.kind === 'channel.muted') return { ...card, muted: event.muted };
  if (!('seq' in event)) return card;
  const next = { ...card, lastSeq: event.seq };
  if (event.kind === 'message.sent') return { ...next, lastMessageAt: event.message.sentAt };
  // A direct conversation has the other person's name.
  if (event.kind === 'channel.changed')
    return { ...next, ...event.channel, ...(card.kind === 'direct' && named(card)) };
  return next;
}

const named = ({ name }: ChannelCard) => ({ name });

function reduceHead<C extends TopicPage['channel']>(channel: C, event: HubEvent): C | undefined {
  const next = reduceCard(channel, event);
  switch (event.kind) {
    case 'channel.lost':
    case 'person.erased':
      return undefined;
    case 'channel.changed':
      if (!event.channel.archived) return channel.archived ? undefined : next;
      return { ...next, may: { ...channel.may, post: false, mentionGroups: false } };
    case 'member.joined':
      return { ...next, members: [...without(channel, event.person.id), event.person].sort(byName) };
    case 'member.left':
      return { ...next, members: without(channel, event.personId) };
    default:
      return next;
  }
}

const without = ({ members }: Pick<ChannelPage, 'members'>, personId: string) =>
  members.filter(({ id }) => id !== personId);

function reduceTopics({ id, topics, readFromSeq }: ChannelPage, event: HubEvent, reader: Reader): TopicCard[] {
  const topicId = topicIdOf(event);
  const known = topics.find((topic) => topic.id === topicId);
  if (event.kind === 'message.sent') {
    const { topicTitle: title, message } = event;
    const topic = known ?? {
      id: message.topicId,
      channelId: id,
      title,
      resolved: false,
      createdBy: message.author.id,
      messages: 0,
      ...latest(message),
      lastSeq: 0,
      lastAuthor: message.author,
      reading: readingOf(reader, id, message.topicId) ?? { epoch: 0, seq: readFromSeq, unread: 0 },
    };
    return [reduceCardOfTopic(topic, event, reader.me), ...topics.filter((one) => one !== known)];
  }
  if (!known) return topics;
  if (event.kind === 'topic.changed' && !event.topic) return topics.filter((one) => one !== known);
  const next = foldTopic(known, event, reader.me);
  return next === known ? topics : topics.map((one) => (one === known ? next : one));
}

function reduceCardOfTopic(topic: TopicCard, event: HubEvent, me: string): TopicCard {
  const next = foldTopic(topic, event, me);
  if (next === topic || event.kind !== 'message.sent') return next;
  return { ...next, messages: topic.messages + 1, lastAuthor: event.message.author };
}

/** As the hub sorts: by the characters' codes. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byName(a: { id: string; name: string }, b: { id: string; name: string }): number {
  return compare(a.name, b.name) || compare(a.id, b.id);
}

function byKind(a: ChannelCard, b: ChannelCard): number {
  return kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || byName(a, b);
}
