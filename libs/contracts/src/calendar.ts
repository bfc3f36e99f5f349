/** What lies behind the timeline, and the feeds that bring it to people's own calendars. */
import { z } from 'zod';
import { FieldDate } from './field-date.js';
import { Id, Instant, PlainDate, Slug, Text } from './model.js';

export const BandKind = z.enum(['election', 'holiday', 'budget_year', 'school_holiday']);

/** A stretch of time in a country that plans go around. */
export const CalendarBand = z
  .object({
    id: Id,
    kind: BandKind,
    /** ISO 3166-1 alpha-2. */
    country: z.string(),
    /** By language tag; English is always there. */
    names: z.record(z.string(), z.string()),
    startsOn: PlainDate,
    /** The last day. */
    endsOn: PlainDate,
  })
  .meta({ id: 'CalendarBand' });

/** Every band of the countries of the reader's networks. */
export const BandList = z
  .object({ bands: z.array(CalendarBand), may: z.object({ change: z.boolean() }) })
  .meta({ id: 'BandList' });

/** A band is added once for its id. */
export const AddBand = z
  .object({
    bandId: Id,
    kind: BandKind,
    country: z.string().regex(/^[A-Z]{2}$/),
    name: Text.trim().min(1).max(80),
    startsOn: FieldDate,
    endsOn: FieldDate,
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, { path: ['endsOn'], error: 'too_early' })
  .meta({ id: 'AddBand' });

/** `personal`: what concerns the reader in all their networks. */
export const FeedScope = z.enum(['personal', 'network', 'partnership']);

/** A feed without its address, which is shown once. */
export const CalendarFeed = z
  .object({
    id: Id,
    scope: FeedScope,
    /** The network or partnership. */
    about: z.object({ slug: Slug, name: z.string() }).nullable(),
    createdAt: Instant,
    /** When a calendar last asked for it, to the day. */
    lastUsedOn: PlainDate.nullable(),
  })
  .meta({ id: 'CalendarFeed' });

/** So many feeds a person can have. */
export const maxFeeds = 20;

/** A feed is made once for its id. */
export const MakeFeed = z
  .discriminatedUnion('scope', [
    z.object({ feedId: Id, scope: z.literal('personal') }),
    z.object({ feedId: Id, scope: z.literal('network'), networkSlug: Slug }),
    z.object({ feedId: Id, scope: z.literal('partnership'), partnershipSlug: Slug }),
  ])
  .meta({ id: 'MakeFeed' });

export type BandKind = z.infer<typeof BandKind>;
export type CalendarBand = z.infer<typeof CalendarBand>;
export type BandList = z.infer<typeof BandList>;
export type FeedScope = z.infer<typeof FeedScope>;
export type CalendarFeed = z.infer<typeof CalendarFeed>;
