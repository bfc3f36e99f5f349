/** How messages sent change what is known of a channel and its topics. Each event counts once, by its seq. */
import type { ChannelPage, HubEvent, Message, Topic, TopicCard, TopicPage } from '@hub/contracts';
import { excerptOf } from '@hub/contracts/excerpt';

export function foldChannelPage(page: ChannelPage, event: HubEvent): ChannelPage {
  if (event.kind !== 'message.sent' || event.channelId !== page.id) return page;
  const { message } = event;
  const known = page.topics.find((topic) => topic.id === message.topicId);
  if (!known && event.seq <= page.lastSeq) return page;
  const topic = known ? foldTopic(known, message) : openedBy(message, event.topicTitle);
  if (topic === known && event.seq <= page.lastSeq) return page;
  const others = page.topics.filter((one) => one.id !== topic.id);
  return {
    ...page,
    lastSeq: Math.max(page.lastSeq, event.seq),
    lastMessageAt: event.seq > page.lastSeq ? message.sentAt : page.lastMessageAt,
    topics: [topic, ...others].sort((a, b) => b.lastSeq - a.lastSeq),
  };
}

export function foldTopicPage(page: TopicPage, event: HubEvent): TopicPage {
  if (event.kind === 'read.moved' && event.topicId === page.topic.id)
    return { ...page, topic: { ...page.topic, reading: event.reading } };
  if (!('seq' in event) || event.channelId !== page.channel.id) return page;
  const channel = { ...page.channel, lastSeq: Math.max(page.channel.lastSeq, event.seq) };
  if (event.kind === 'topic.changed' && event.topicId === page.topic.id && event.topic)
    return { topic: { ...event.topic, reading: page.topic.reading }, channel };
  if (event.kind === 'message.sent' && event.message.topicId === page.topic.id)
    return { topic: foldTopic(page.topic, event.message), channel };
  return event.seq <= page.channel.lastSeq ? page : { ...page, channel };
}

function foldTopic(topic: TopicCard, message: Message): TopicCard {
  if (message.seq <= topic.lastSeq) return topic;
  return { ...topic, messages: topic.messages + 1, ...latest(message) };
}

function openedBy(message: Message, title: string): TopicCard {
  const { topicId: id, channelId, author } = message;
  const reading = { epoch: 0, seq: 0, unread: 1 };
  return { id, channelId, title, resolved: false, createdBy: author.id, messages: 1, reading, ...latest(message) };
}

function latest(message: Message): Pick<Topic, 'lastSeq' | 'lastMessageAt' | 'lastAuthor' | 'excerpt'> {
  return {
    lastSeq: message.seq,
    lastMessageAt: message.sentAt,
    lastAuthor: message.author,
    excerpt: excerptOf(message.body, message.mentions),
  };
}
