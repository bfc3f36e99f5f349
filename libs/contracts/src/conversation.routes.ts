/** Routes about what is said: channels, topics, messages, reading, notifications, and catching up. */
import { z } from 'zod';
import {
  ChangeChannel,
  ChannelCard,
  ChannelListing,
  ChannelPage,
  CreateChannel,
  TopicPage,
  maxTitleLength,
} from './channels.js';
import { nothing, type Contract } from './contract.js';
import { Backfill, Backfilled, Resume, Resumed } from './events.js';
import {
  EditMessage,
  GroupToken,
  Message,
  MessagePage,
  MessageVersion,
  Reaction,
  RemoveMessage,
  ReportList,
  SendMessage,
  SentMessage,
  SettleReport,
  maxReasonLength,
  pageSize,
} from './messages.js';
import { Id, Instant, Slug, Text } from './model.js';
import { Box, NotificationList } from './notifications.js';
import { MoveReading, Reading, UnreadList } from './reading.js';

const ofChannel = z.object({ channelId: Id });
const ofTopic = z.object({ topicId: Id });
const ofMessage = z.object({ messageId: Id });

export const conversationRoutes = {
  'channel.list': {
    summary: 'The channels of a network that the reader is in or may join',
    input: z.object({ networkSlug: Slug }),
    output: z.array(ChannelListing),
  },
  'channel.create': { summary: 'Open a channel; once for its id', input: CreateChannel, output: ChannelCard },
  'direct.open': {
    summary: 'The direct conversation with another member of the network, opened where there is none yet',
    input: z.object({ networkSlug: Slug, personId: Id }),
    output: ChannelCard,
  },
  'channel.read': {
    summary: 'A channel, its members and topics',
    input: ofChannel,
    output: ChannelPage,
  },
  'channel.change': { summary: 'Rename a channel, say what it is for', input: ChangeChannel, output: nothing },
  'channel.join': { summary: "Join a channel that one's roles open", input: ofChannel, output: ChannelCard },
  'channel.leave': { summary: 'Leave a channel; its history closes', input: ofChannel, output: nothing },
  'channel.archive': {
    summary: 'Close a channel for writing, or open it again',
    input: ofChannel.extend({ archived: z.boolean() }),
    output: nothing,
  },
  'channel.mute': {
    summary: 'Hear of a channel only what names oneself, or everything again',
    input: ofChannel.extend({ muted: z.boolean() }),
    output: nothing,
  },
  'member.add': {
    summary: 'Add members of the network to a channel by hand',
    input: ofChannel.extend({ personIds: z.array(Id).min(1).max(100) }),
    output: z.object({ added: z.array(Id) }),
  },
  'member.remove': {
    summary: 'Take somebody out of a channel',
    input: ofChannel.extend({ personId: Id }),
    output: nothing,
  },
  'mention.reach': {
    summary: 'How many people a mention of a group reaches in a channel, the asker left out',
    input: ofChannel.extend({ group: GroupToken }),
    output: z.object({ people: z.int() }),
  },
  'pin.list': { summary: 'What is pinned in a channel, latest first', input: ofChannel, output: z.array(Message) },
  'presence.read': {
    summary: 'Who of a channel is here now',
    input: ofChannel,
    output: z.object({ here: z.array(Id) }),
  },
  'topic.read': { summary: 'A topic and its channel', input: ofTopic, output: TopicPage },
  'topic.rename': {
    summary: 'Give a topic another title; links to it keep working',
    input: ofTopic.extend({ title: Text.trim().min(1).max(maxTitleLength) }),
    output: nothing,
  },
  'topic.move': {
    summary: 'Move a topic with its messages to another channel; links to it keep working',
    input: ofTopic.extend({ channelId: Id }),
    output: nothing,
  },
  'topic.resolve': {
    summary: 'Say that a topic is settled, or that it is open again',
    input: ofTopic.extend({ resolved: z.boolean() }),
    output: nothing,
  },
  'typing.set': {
    summary: 'Tell the others in a topic that one is writing, or has stopped',
    input: ofTopic.extend({ typing: z.boolean() }),
    output: nothing,
  },
  'read.move': { summary: 'Say how far one has read a topic', input: MoveReading, output: Reading },
  'unread.list': {
    summary: 'Everything the reader has not read, by channel and topic',
    input: nothing,
    output: UnreadList,
  },
  'message.list': {
    summary: 'A page of a topic, in order: the latest, or before or after a seq, around a message, or from a time on',
    asMade: true,
    input: z
      .object({
        topicId: Id,
        before: z.coerce.number().int().min(1).optional(),
        after: z.coerce.number().int().min(0).optional(),
        /** A seq, or the id of a message: half a page on each side of it. */
        around: z.union([Id, z.coerce.number().int().min(1)]).optional(),
        /** Around the first message at or after this instant. */
        since: Instant.optional(),
        limit: z.coerce.number().int().min(1).max(pageSize).optional(),
      })
      .refine(
        ({ before, after, around, since }) =>
          [before, after, around, since].filter((place) => place !== undefined).length <= 1,
        { error: 'malformed', path: ['around'] },
      ),
    output: MessagePage,
  },
  'message.send': {
    summary: 'Send a message; answered after it is stored, once for each clientId',
    input: SendMessage,
    output: SentMessage,
  },
  'message.edit': {
    summary: "Change the text of one's own message; CONFLICT brings today's message",
    input: EditMessage,
    output: Message,
  },
  'message.remove': {
    summary: 'Remove a message for good; its place stays. Who removes what others wrote says why',
    input: RemoveMessage,
    output: Message,
  },
  'message.history': {
    summary: 'What a message said before it was edited, oldest first',
    input: ofMessage,
    output: z.array(MessageVersion),
  },
  'message.pin': {
    summary: 'Pin a message in its channel, or take the pin out',
    input: ofMessage.extend({ on: z.boolean() }),
    output: nothing,
  },
  'message.report': {
    summary: 'Ask the project coordinator to look at a message',
    input: ofMessage.extend({ reason: Text.trim().min(1).max(maxReasonLength) }),
    output: nothing,
  },
  'reaction.set': {
    summary: 'React to a message, or take it back; the same twice is once',
    input: ofMessage.extend({ reaction: Reaction, on: z.boolean() }),
    output: nothing,
  },
  'report.list': {
    summary: 'The reports of a network that wait for its project coordinator, oldest first',
    input: z.object({ networkSlug: Slug }),
    output: ReportList,
  },
  'report.settle': {
    summary: 'Keep a reported message, or remove it with a reason',
    input: SettleReport,
    output: nothing,
  },
  'notification.list': {
    summary: 'What concerns the reader, newest first: what is open, put off or done',
    input: z.object({ box: Box.default('open') }),
    output: NotificationList,
  },
  'notification.read': {
    summary: 'Mark notifications as read: those named, or all',
    input: z.object({ ids: z.array(Id).max(200).optional() }),
    output: z.object({ unread: z.int() }),
  },
  'notification.done': {
    summary: 'Put away as done, or take back; what is done is read',
    input: z.object({ ids: z.array(Id).min(1).max(200), done: z.boolean() }),
    output: z.object({ unread: z.int() }),
  },
  'notification.later': {
    summary: 'Put off until a moment, when it comes again as unread; null takes it back',
    input: z.object({ ids: z.array(Id).min(1).max(200), until: Instant.nullable() }),
    output: z.object({ unread: z.int() }),
  },
  'sync.resume': { summary: 'Everything since the cursors given', input: Resume, output: Resumed },
  'sync.backfill': { summary: "A channel's events after a seq", input: Backfill, output: Backfilled },
} satisfies Record<string, Contract>;
