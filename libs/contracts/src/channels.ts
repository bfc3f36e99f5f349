/** Channels, their topics, and messages. Within a channel the order is `seq` and nothing else. */
import { z } from 'zod';
import { ChannelKind, Id, Instant, Language, PersonRef, Slug, Text } from './model.js';

export const maxBodyLength = 10_000;
export const maxTitleLength = 120;
export const pageSize = 50;

export const ChannelCard = z
  .object({
    id: Id,
    slug: Slug,
    name: z.string(),
    kind: ChannelKind,
    purpose: z.string(),
    archived: z.boolean(),
    lastSeq: z.int(),
    lastMessageAt: Instant.nullable(),
  })
  .meta({ id: 'ChannelCard' });

export const Topic = z
  .object({
    id: Id,
    channelId: Id,
    title: z.string(),
    messages: z.int(),
    /** The seq and time of its latest message. */
    lastSeq: z.int(),
    lastMessageAt: Instant,
    lastAuthor: PersonRef,
    /** The start of its latest message as plain text, for lists. */
    excerpt: z.string(),
  })
  .meta({ id: 'Topic' });

export const ChannelMember = PersonRef.extend({ title: z.string(), timeZone: z.string() }).meta({
  id: 'ChannelMember',
});

export const ChannelPage = ChannelCard.extend({
  network: z.object({ id: Id, slug: Slug, name: z.string() }),
  partnership: z.object({ id: Id, slug: Slug, name: z.string() }).nullable(),
  members: z.array(ChannelMember),
  /** Latest activity first. */
  topics: z.array(Topic),
  /** Whether the reader may write in it. */
  mayPost: z.boolean(),
}).meta({ id: 'ChannelPage' });

/**
 * A message as its readers get it. `body` is Markdown in which a mention stands as `<@person id>`;
 * `mentions` names every person it mentions.
 */
export const Message = z
  .object({
    id: Id,
    channelId: Id,
    topicId: Id,
    topicTitle: z.string(),
    seq: z.int(),
    clientId: Id,
    author: PersonRef,
    body: Text,
    language: Language.nullable(),
    mentions: z.array(z.object({ id: Id, name: z.string() })),
    sentAt: Instant,
  })
  .meta({ id: 'Message' });

export const MessagePage = z
  .object({
    /** In the order of seq. */
    messages: z.array(Message),
    hasOlder: z.boolean(),
    hasNewer: z.boolean(),
  })
  .meta({ id: 'MessagePage' });

export const TopicPage = z
  .object({
    topic: Topic,
    channel: ChannelPage.omit({ topics: true }),
  })
  .meta({ id: 'TopicPage' });

/** A message goes to a topic that exists (`topicId`) or opens a new one (`topicTitle`): exactly one of them. */
export const SendMessage = z
  .object({
    channelId: Id,
    /** Chosen by the sender, the same at every retry; a UUIDv7. */
    clientId: Id,
    topicId: Id.optional(),
    topicTitle: Text.trim().min(1).max(maxTitleLength).optional(),
    body: Text.min(1)
      .max(maxBodyLength)
      .refine((body) => body.trim() !== '', { error: 'required' }),
    language: Language.optional(),
  })
  .refine((input) => (input.topicId === undefined) !== (input.topicTitle === undefined), {
    path: ['topicTitle'],
    error: 'required',
  })
  .meta({ id: 'SendMessage' });

export const SentMessage = z
  .object({
    clientId: Id,
    id: Id,
    topicId: Id,
    seq: z.int(),
    sentAt: Instant,
    /** True when this clientId had been stored before. */
    duplicate: z.boolean(),
  })
  .meta({ id: 'SentMessage' });

export type ChannelCard = z.infer<typeof ChannelCard>;
export type Topic = z.infer<typeof Topic>;
export type ChannelMember = z.infer<typeof ChannelMember>;
export type ChannelPage = z.infer<typeof ChannelPage>;
export type Message = z.infer<typeof Message>;
export type MessagePage = z.infer<typeof MessagePage>;
export type TopicPage = z.infer<typeof TopicPage>;
export type SendMessage = z.infer<typeof SendMessage>;
export type SentMessage = z.infer<typeof SentMessage>;
