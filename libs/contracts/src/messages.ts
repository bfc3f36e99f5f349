/** Messages and what can be done with one. */
import { z } from 'zod';
import { maxTitleLength } from './channels.js';
import { Id, Instant, Language, PersonRef, Role, Slug, Text } from './model.js';

export const maxBodyLength = 10_000;
export const maxReasonLength = 500;
export const pageSize = 50;
/** The largest topic that can be moved to another channel, messages. */
export const largestMove = 1_000;

/** The names of the reactions, each with its sign and its word in the catalogues (`reaction.<name>`). */
export const Reaction = z.enum(['agree', 'thanks', 'well_done', 'heart', 'smile', 'idea', 'seen', 'done']);

/** Who a message calls, by the token that stands for it in the body. */
export const Mention = z
  .discriminatedUnion('kind', [
    /** `<@person id>` */
    z.object({ kind: z.literal('person'), id: Id, name: z.string() }),
    /** `<@partnership:id>`: its people who are in the channel. */
    z.object({ kind: z.literal('partnership'), id: Id, name: z.string() }),
    /** `<@role:name>`: who holds the role in the network and is in the channel. */
    z.object({ kind: z.literal('role'), role: Role }),
    /** `<@channel>`: everybody in it. */
    z.object({ kind: z.literal('channel') }),
  ])
  .meta({ id: 'Mention' });

/** The token of a group, without its angle brackets: `channel`, `role:expert`, `partnership:<id>`. */
export const GroupToken = z.string().regex(/^(channel|role:[a-z_]{3,40}|partnership:[0-9a-f-]{36})$/);

/** The message that another answers, as it is today; empty once it is removed. */
export const Quote = z
  .object({ id: Id, topicId: Id, seq: z.int(), author: PersonRef, excerpt: z.string() })
  .meta({ id: 'Quote' });

/**
 * A message as its readers get it. `body` is Markdown in which a mention stands as its token; a token that `mentions`
 * does not name calls nobody. What is left out is not so.
 */
export const Message = z
  .object({
    id: Id,
    channelId: Id,
    topicId: Id,
    seq: z.int(),
    /** The seq of the latest event that changed it: of two states of a message the one with the larger is newer. */
    changedSeq: z.int(),
    /** Counts its texts, from 1. */
    version: z.int(),
    clientId: Id,
    author: PersonRef,
    body: z.string(),
    language: Language.nullable(),
    mentions: z.array(Mention),
    sentAt: Instant,
    editedAt: Instant.optional(),
    replyTo: Quote.optional(),
    reactions: z
      .array(z.object({ reaction: Reaction, people: z.array(z.object({ id: Id, name: z.string() })) }))
      .optional(),
    pinned: z.literal(true).optional(),
    /** Its text is gone: by its author, or by somebody entitled who says why. */
    removed: z.object({ by: z.enum(['author', 'moderator']), reason: z.string() }).optional(),
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

const Body = Text.min(1)
  .max(maxBodyLength)
  .refine((body) => body.trim() !== '', { error: 'required' });
const Reason = Text.trim().max(maxReasonLength);

/** A message goes to a topic that exists (`topicId`) or opens a new one (`topicTitle`): exactly one of them. */
export const SendMessage = z
  .object({
    channelId: Id,
    /** Chosen by the sender, the same at every retry; a UUIDv7. */
    clientId: Id,
    topicId: Id.optional(),
    topicTitle: Text.trim().min(1).max(maxTitleLength).optional(),
    body: Body,
    language: Language.optional(),
    /** A message of the same channel that this one answers. */
    replyToId: Id.optional(),
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

/** `baseVersion` is the version that was edited; where it is not today's, the answer is CONFLICT with today's message. */
export const EditMessage = z
  .object({ messageId: Id, baseVersion: z.int().min(1), body: Body, language: Language.optional() })
  .meta({ id: 'EditMessage' });

/** Only its author needs no reason. */
export const RemoveMessage = z.object({ messageId: Id, reason: Reason.optional() }).meta({ id: 'RemoveMessage' });

export const MessageVersion = z
  .object({ version: z.int(), body: z.string(), language: Language.nullable(), writtenAt: Instant })
  .meta({ id: 'MessageVersion' });

/** A message that somebody asks the coordinator to look at, with its text, which they may read by that. */
export const Report = z
  .object({
    id: Id,
    message: Message,
    channelName: z.string(),
    topicTitle: z.string(),
    reporter: PersonRef,
    reason: z.string(),
    createdAt: Instant,
  })
  .meta({ id: 'Report' });

export const SettleReport = z
  .object({ reportId: Id, outcome: z.enum(['kept', 'removed']), reason: Reason.optional() })
  .refine(({ outcome, reason }) => outcome === 'kept' || (reason ?? '') !== '', { path: ['reason'], error: 'required' })
  .meta({ id: 'SettleReport' });

export const ReportList = z
  .object({ network: z.object({ id: Id, slug: Slug, name: z.string() }), reports: z.array(Report) })
  .meta({ id: 'ReportList' });

export type Reaction = z.infer<typeof Reaction>;
export type Mention = z.infer<typeof Mention>;
export type Quote = z.infer<typeof Quote>;
export type Message = z.infer<typeof Message>;
export type MessagePage = z.infer<typeof MessagePage>;
export type SendMessage = z.infer<typeof SendMessage>;
export type SentMessage = z.infer<typeof SentMessage>;
export type EditMessage = z.infer<typeof EditMessage>;
export type RemoveMessage = z.infer<typeof RemoveMessage>;
export type MessageVersion = z.infer<typeof MessageVersion>;
export type Report = z.infer<typeof Report>;
export type ReportList = z.infer<typeof ReportList>;
export type SettleReport = z.infer<typeof SettleReport>;
