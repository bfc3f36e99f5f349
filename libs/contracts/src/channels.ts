/** Channels, the people in them, and their topics. Within a channel the order is `seq` and nothing else. */
import { z } from 'zod';
import { ChannelKind, Id, Instant, PersonRef, Slug, Text } from './model.js';
import { Reading } from './reading.js';

export const maxTitleLength = 120;
export const maxPurposeLength = 300;

/** A channel as everybody in it knows it. */
export const Channel = z
  .object({
    id: Id,
    slug: Slug,
    name: z.string(),
    kind: ChannelKind,
    purpose: z.string(),
    archived: z.boolean(),
    /** What is said here never leaves by mail, digest or push. */
    sensitive: z.boolean(),
  })
  .meta({ id: 'Channel' });

/** A channel in the list of somebody who is in it. A direct conversation has the other person's name. */
export const ChannelCard = Channel.extend({
  networkId: Id,
  lastSeq: z.int(),
  lastMessageAt: Instant.nullable(),
  /** The reader wants to hear only what names them. */
  muted: z.boolean(),
  /** A topic of it without a marker of the reader's is read up to here: what was said before they came is not unread. */
  readFromSeq: z.int(),
}).meta({ id: 'ChannelCard' });

/** A channel of a network as somebody may find it who is not in it. */
export const ChannelListing = Channel.extend({
  members: z.int(),
  joined: z.boolean(),
}).meta({ id: 'ChannelListing' });

export const Topic = z
  .object({
    id: Id,
    channelId: Id,
    title: z.string(),
    resolved: z.boolean(),
    createdBy: Id,
    messages: z.int(),
    /** The seq and time of its latest message. */
    lastSeq: z.int(),
    lastMessageAt: Instant,
    lastAuthor: PersonRef,
    /** The start of its latest message as plain text, for lists. */
    excerpt: z.string(),
  })
  .meta({ id: 'Topic' });

/** A topic, and how far the reader has read it. */
export const TopicCard = Topic.extend({ reading: Reading }).meta({ id: 'TopicCard' });

export const ChannelMember = PersonRef.extend({ title: z.string(), timeZone: z.string() }).meta({
  id: 'ChannelMember',
});

/** What the reader may do in a channel. */
export const ChannelRights = z
  .object({
    post: z.boolean(),
    /** Mention everybody in it, a role or a partnership. */
    mentionGroups: z.boolean(),
    /** Rename, archive, add and remove people. */
    manage: z.boolean(),
    /** Remove what others wrote. */
    moderate: z.boolean(),
    leave: z.boolean(),
  })
  .meta({ id: 'ChannelRights' });

export const ChannelPage = ChannelCard.extend({
  network: z.object({ id: Id, slug: Slug, name: z.string() }),
  partnership: z.object({ id: Id, slug: Slug, name: z.string() }).nullable(),
  members: z.array(ChannelMember),
  /** Latest activity first. */
  topics: z.array(TopicCard),
  may: ChannelRights,
}).meta({ id: 'ChannelPage' });

export const TopicPage = z
  .object({
    topic: TopicCard,
    channel: ChannelPage.omit({ topics: true }),
  })
  .meta({ id: 'TopicPage' });

const Name = Text.trim().min(1).max(80);
const Purpose = Text.trim().max(maxPurposeLength);

/** A channel is opened once for its id, which whoever opens it chooses. */
export const CreateChannel = z
  .object({
    networkSlug: Slug,
    channelId: Id,
    name: Name,
    purpose: Purpose,
    kind: ChannelKind.exclude(['direct', 'announcements']),
    /** The partnership whose people are in it: required for a partnership's channel, possible for its steering group's. */
    partnershipId: Id.optional(),
    sensitive: z.boolean().optional(),
  })
  .refine(({ kind, partnershipId }) => kind !== 'partnership' || partnershipId !== undefined, {
    path: ['partnershipId'],
    error: 'required',
  })
  .meta({ id: 'CreateChannel' });

/** What is given replaces what was there. */
export const ChangeChannel = z
  .object({ channelId: Id, name: Name.optional(), purpose: Purpose.optional(), sensitive: z.boolean().optional() })
  .meta({ id: 'ChangeChannel' });

export type Channel = z.infer<typeof Channel>;
export type ChannelCard = z.infer<typeof ChannelCard>;
export type ChannelListing = z.infer<typeof ChannelListing>;
export type Topic = z.infer<typeof Topic>;
export type TopicCard = z.infer<typeof TopicCard>;
export type ChannelMember = z.infer<typeof ChannelMember>;
export type ChannelRights = z.infer<typeof ChannelRights>;
export type ChannelPage = z.infer<typeof ChannelPage>;
export type TopicPage = z.infer<typeof TopicPage>;
