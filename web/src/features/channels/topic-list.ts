/** How messages sent change what is known of a channel and its topics. Each event counts once, by its seq. */
import type { ChannelPage, HubEvent, Message, Topic, TopicPage } from '@hub/contracts';
import { excerptOf } from '@hub/contracts/excerpt';

export function foldChannelPage(page: ChannelPage, event: HubEvent): ChannelPage {
  if (event.kind !== 'message.sent' || event.channelId !== page.id) return page;
  const { message } = event;
  const known = page.topics.find((topic) => topic.id === message.topicId);
  if (!known && event.seq <= page.lastSeq) return page;
  const topic = known ? foldTopic(known, message) : openedBy(message);
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
  if (event.kind !== 'message.sent' || event.channelId !== page.channel.id) return page;
  const topic = event.message.topicId === page.topic.id ? foldTopic(page.topic, event.message) : page.topic;
  if (topic === page.topic && event.seq <= page.channel.lastSeq) return page;
  return { topic, channel: { ...page.channel, lastSeq: Math.max(page.channel.lastSeq, event.seq) } };
}

function foldTopic(topic: Topic, message: Message): Topic {
  if (message.seq <= topic.lastSeq) return topic;
  return { ...topic, messages: topic.messages + 1, ...latest(message) };
}

function openedBy(message: Message): Topic {
  const { topicId: id, channelId, topicTitle: title } = message;
  return { id, channelId, title, messages: 1, ...latest(message) };
}

function latest(message: Message): Pick<Topic, 'lastSeq' | 'lastMessageAt' | 'lastAuthor' | 'excerpt'> {
  return {
    lastSeq: message.seq,
    lastMessageAt: message.sentAt,
    lastAuthor: message.author,
    excerpt: excerptOf(message.body, message.mentions),
  };
}
