/** How a person wants to be told: network's default, then their own, then what they chose for a channel. */
import { z } from 'zod';
import { Id, Instant, Slug } from './model.js';
import { mailChoices, notificationKinds } from './telling.js';

export const NotificationKind = z.enum(notificationKinds);
export const MailChoice = z.enum(mailChoices);
/** Only the kinds that were chosen for; the rest follows what stands before. */
export const MailChoices = z.partialRecord(NotificationKind, MailChoice);

/** A local clock time, `HH:MM`. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** 1 is Monday, 7 is Sunday. */
export const Weekday = z.int().min(1).max(7);

export const PreferencesChange = z
  .object({
    mail: MailChoices,
    digest: z.enum(['off', 'daily', 'weekly']),
    digestAt: ClockTime,
    /** Of a weekly one. */
    digestWeekday: Weekday,
    /** Equal: no hour is quiet. Over midnight where the end is the smaller. */
    quietFrom: ClockTime,
    quietUntil: ClockTime,
    quietDays: z.array(Weekday).max(7),
    /** Of the person's country. */
    quietHolidays: z.boolean(),
  })
  .meta({ id: 'PreferencesChange' });

export const Preferences = PreferencesChange.extend({
  timeZone: z.string(),
  /** Null where it is not known, and with it no holidays. */
  country: z.string().nullable(),
  nextHoliday: z.object({ on: z.iso.date(), name: z.string() }).nullable(),
  /** What each of the person's networks says where they have not chosen. */
  networks: z.array(z.object({ slug: Slug, name: z.string(), mail: MailChoices })),
  channels: z.array(
    z.object({
      channelId: Id,
      channelName: z.string(),
      networkSlug: Slug,
      networkName: z.string(),
      mail: MailChoices,
    }),
  ),
}).meta({ id: 'Preferences' });

/** What would happen to a notification of this kind that came at this moment, with these choices. */
export const PreferencesPreview = z
  .object({
    mail: MailChoice,
    /** When it would be mailed or stand in the digest; null where it is not. */
    at: Instant.nullable(),
    /** What it waits for. */
    waits: z.enum(['no', 'held', 'quiet_hours', 'quiet_day', 'holiday', 'digest']),
    critical: z.boolean(),
  })
  .meta({ id: 'PreferencesPreview' });

export type NotificationKind = z.infer<typeof NotificationKind>;
export type MailChoice = z.infer<typeof MailChoice>;
export type ClockTime = z.infer<typeof ClockTime>;
export type MailChoices = z.infer<typeof MailChoices>;
export type PreferencesChange = z.infer<typeof PreferencesChange>;
export type Preferences = z.infer<typeof Preferences>;
export type PreferencesPreview = z.infer<typeof PreferencesPreview>;
