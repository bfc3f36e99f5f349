/**
 * The field's vocabulary: the closed lists and small shapes that every other contract is made of.
 * A network's theme is data and therefore not listed here.
 */
import { z } from 'zod';
import { roles } from './roles.js';

export const Id = z.uuid();
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);
/** A calendar day without a zone, `YYYY-MM-DD`. */
export const PlainDate = z.iso.date();
/** An instant, ISO 8601 in UTC. */
export const Instant = z.iso.datetime();

export const Role = z.enum(roles);

export const Side = z.enum(['swedish', 'international']);
export const Mandate = z.enum(['majority', 'opposition', 'none']);
export const Source = z.enum(['real', 'fictional']);

export const LocalGovernmentKind = z.enum([
  'municipality',
  'region',
  'county',
  'district',
  'city',
  'province',
  'association',
]);

export const NetworkStatus = z.enum(['planned', 'active', 'extended', 'completed', 'archived']);

export const PartnershipStatus = z.enum([
  'applicant',
  'inception',
  'active',
  'paused',
  'withdrawn',
  'completed',
  'alumni',
]);

export const ChannelKind = z.enum([
  'announcements',
  'thematic',
  'steering_group',
  'partnership',
  'mentor_team',
  'guest',
  'direct',
]);

/** Interface languages with a complete catalogue. */
export const locales = ['en', 'sv'] as const;
export const Locale = z.enum(locales);
export const ColourTheme = z.enum(['system', 'light', 'dark']);
/** A BCP 47 tag of the language a text is written in, e.g. `sv` or `es-GT`. */
export const Language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  .max(20);
/** An IANA zone that this runtime knows, e.g. `Africa/Lusaka`. */
export const TimeZone = z.string().max(60).refine(isTimeZone, { error: 'unknown_time_zone' });

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return /^[A-Z]/.test(zone);
  } catch {
    return false;
  }
}

/** What a person writes: any text that a database can keep, so no NUL and no half of a character. */
export const Text = z.string().refine((text) => !/[\0\p{Surrogate}]/u.test(text), { error: 'malformed' });

/** How a person is named beside what they wrote. */
export const PersonRef = z.object({ id: Id, name: z.string(), initials: z.string() }).meta({ id: 'PersonRef' });

export type Role = z.infer<typeof Role>;
export type Side = z.infer<typeof Side>;
export type Mandate = z.infer<typeof Mandate>;
export type Source = z.infer<typeof Source>;
export type LocalGovernmentKind = z.infer<typeof LocalGovernmentKind>;
export type NetworkStatus = z.infer<typeof NetworkStatus>;
export type PartnershipStatus = z.infer<typeof PartnershipStatus>;
export type ChannelKind = z.infer<typeof ChannelKind>;
export type Locale = z.infer<typeof Locale>;
export type ColourTheme = z.infer<typeof ColourTheme>;
export type PersonRef = z.infer<typeof PersonRef>;
