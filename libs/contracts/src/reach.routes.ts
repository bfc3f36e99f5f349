/** Routes about reaching people: broadcasts, how one wants to be told, and what could not be delivered. */
import { z } from 'zod';
import {
  AcknowledgementPage,
  Audience,
  AudienceCount,
  BroadcastCard,
  BroadcastDraft,
  BroadcastPage,
  BroadcastReach,
  BroadcastTexts,
  LocalMoment,
  ReachBoard,
} from './broadcasts.js';
import { nothing, type Contract } from './contract.js';
import { FailedJob, FailingAddress } from './failed-jobs.js';
import { Id, Instant, Slug, Text } from './model.js';
import { MailChoices, NotificationKind, Preferences, PreferencesChange, PreferencesPreview } from './preferences.js';

const broadcastId = Id;
const token = z.string().min(20).max(400);

export const reachRoutes = {
  'broadcast.list': {
    summary: "A network's broadcasts to the reader, and those that the reader may send, newest first",
    input: z.object({ networkSlug: Slug }),
    output: z.array(BroadcastCard),
  },
  'broadcast.read': {
    summary: "A broadcast in the reader's language",
    input: z.object({ broadcastId }),
    output: BroadcastPage,
  },
  'broadcast.audience': {
    summary: 'Whom an audience is today, and for whom a moment is at night',
    input: z.object({ audience: Audience, at: LocalMoment.nullable() }),
    output: AudienceCount,
  },
  'broadcast.draft': {
    summary: 'A draft of a broadcast; once for its id',
    input: BroadcastDraft.extend({ id: Id }),
    output: nothing,
  },
  'broadcast.change': {
    summary: 'Change what was not sent yet',
    input: BroadcastDraft.extend({ broadcastId }),
    output: nothing,
  },
  'broadcast.discard': {
    summary: 'Give up what was not sent yet',
    input: z.object({ broadcastId }),
    output: nothing,
  },
  'broadcast.test': {
    summary: 'Mail it to oneself alone, as its readers would get it',
    input: z.object({ broadcastId }),
    output: nothing,
  },
  'broadcast.send': {
    summary: 'Send it at once, or at a moment in a zone; a moment that a clock change skips is the next that is there',
    input: z.object({ broadcastId, at: LocalMoment.nullable() }),
    output: z.object({ scheduledFor: Instant.nullable() }),
  },
  'broadcast.unschedule': {
    summary: 'Make a draft of what is scheduled',
    input: z.object({ broadcastId }),
    output: nothing,
  },
  'broadcast.correct': {
    summary: 'A new version of what was sent; `again` asks those who had acknowledged once more',
    input: z.object({
      broadcastId,
      /** The version that it corrects. */
      version: z.int().min(1),
      texts: BroadcastTexts,
      note: Text.pipe(z.string().trim().min(1).max(300)),
      again: z.boolean(),
    }),
    output: nothing,
  },
  'broadcast.acknowledge': {
    summary: 'The reader has seen this version',
    input: z.object({ broadcastId, version: z.int().min(1) }),
    output: nothing,
  },
  'broadcast.discuss': {
    summary: 'Remember the topic in which a broadcast is talked about',
    input: z.object({ broadcastId, topicId: Id }),
    output: nothing,
  },
  'broadcast.reach': {
    summary: 'Who was reached on each side, and who is missing',
    input: z.object({ broadcastId }),
    output: BroadcastReach,
  },
  'reach.board': {
    summary: 'Partnerships by broadcasts that asked to be acknowledged',
    input: z.object({ networkSlug: Slug }),
    output: ReachBoard,
  },
  'acknowledgement.read': {
    summary: 'What the link of a mail would acknowledge, and for whom; it changes nothing',
    open: true,
    input: z.object({ token }),
    output: AcknowledgementPage,
  },
  'acknowledgement.give': {
    summary: 'Acknowledge by the link of a mail the version that its page named',
    open: true,
    input: z.object({ token, version: z.int().min(1) }),
    output: AcknowledgementPage,
  },
  'preference.read': { summary: 'How the reader wants to be told', input: nothing, output: Preferences },
  'preference.change': { summary: 'Choose how to be told', input: PreferencesChange, output: Preferences },
  'preference.preview': {
    summary: 'What would happen with these choices to something of a kind that comes at a moment; it changes nothing',
    input: z.object({ preferences: PreferencesChange, kind: NotificationKind, at: Instant }),
    output: PreferencesPreview,
  },
  'preference.channel': {
    summary: 'Choose for one channel; no choice at all follows the rest again',
    input: z.object({ channelId: Id, mail: MailChoices }),
    output: nothing,
  },
  'preference.network': {
    summary: "What a network's people are mailed where they have not chosen",
    input: z.object({ networkSlug: Slug }),
    output: z.object({ mail: MailChoices }),
  },
  'preference.setNetwork': {
    summary: "Choose a network's defaults",
    input: z.object({ networkSlug: Slug, mail: MailChoices }),
    output: nothing,
  },
  'unsubscription.read': {
    summary: 'What the link of a mail would stop, and for whom; it changes nothing',
    open: true,
    input: z.object({ token }),
    output: z.object({
      personName: z.string(),
      what: z.union([NotificationKind, z.literal('digest')]),
      off: z.boolean(),
    }),
  },
  'unsubscription.give': {
    summary: 'Stop mails of a kind, or the digest, by the link of a mail; also as mail programs do it with one click',
    open: true,
    input: z.object({ token }),
    output: nothing,
  },
  'job.listFailed': {
    summary: 'What was given up and is kept for a person to look at',
    secondFactor: true,
    input: nothing,
    output: z.array(FailedJob),
  },
  'job.replay': {
    summary: 'Try again what was given up',
    secondFactor: true,
    input: z.object({ jobId: z.coerce.number().int().positive() }),
    output: nothing,
  },
  'address.listFailing': {
    summary: "Whom of a network's people mail does not reach for good",
    input: z.object({ networkSlug: Slug }),
    output: z.array(FailingAddress),
  },
} satisfies Record<string, Contract>;
