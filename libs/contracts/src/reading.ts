/** How far a person has read. A marker belongs to a person and a topic; no clock decides it. */
import { z } from 'zod';
import { ChannelKind, Id, Instant, Slug } from './model.js';

/**
 * Within an epoch a marker only moves forward, so two devices agree on the furthest. Marking as unread begins the next
 * epoch, which wins over every earlier one.
 */
export const Reading = z
  .object({
    epoch: z.int().min(0),
    /** Everything up to this seq is read. */
    seq: z.int().min(0),
    /** Messages of others after it. */
    unread: z.int().min(0),
  })
  .meta({ id: 'Reading' });

export const MoveReading = z
  .object({
    topicId: Id,
    /** The epoch the reader knows, or the next one to mark what lies after `seq` as unread. */
    epoch: z.int().min(0),
    seq: z.int().min(0),
  })
  .meta({ id: 'MoveReading' });

export const UnreadTopic = z
  .object({
    id: Id,
    title: z.string(),
    reading: Reading,
    lastSeq: z.int(),
    lastMessageAt: Instant,
    /** The start of its latest message as plain text. */
    excerpt: z.string(),
    lastAuthorName: z.string(),
  })
  .meta({ id: 'UnreadTopic' });

/**
 * Everything the reader has not read, by channel: no selection, no ranking but time. Every channel of the reader is
 * listed, also where nothing is unread, so that events alone keep the list true.
 */
export const UnreadList = z
  .object({
    channels: z.array(
      z.object({
        id: Id,
        name: z.string(),
        kind: ChannelKind,
        muted: z.boolean(),
        readFromSeq: z.int(),
        /** The list is as it is at this event of the channel. */
        lastSeq: z.int(),
        network: z.object({ slug: Slug, name: z.string() }),
        /** Those with something unread, latest first. */
        topics: z.array(UnreadTopic),
      }),
    ),
  })
  .meta({ id: 'UnreadList' });

export type Reading = z.infer<typeof Reading>;
export type MoveReading = z.infer<typeof MoveReading>;
export type UnreadTopic = z.infer<typeof UnreadTopic>;
export type UnreadList = z.infer<typeof UnreadList>;
