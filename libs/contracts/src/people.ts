/** People, their session and their profile. An address is given out only where its owner opened it. */
import { z } from 'zod';
import { ColourTheme, Id, Language, Locale, Mandate, PersonRef, Role, Side, Slug, Text, TimeZone } from './model.js';

/** A current membership as its holder sees it. */
export const Membership = z
  .object({
    id: Id,
    role: Role,
    network: z.object({ id: Id, slug: Slug, name: z.string() }).nullable(),
    partnership: z.object({ id: Id, slug: Slug, name: z.string() }).nullable(),
    side: Side.nullable(),
  })
  .meta({ id: 'Membership' });

export const Profile = z
  .object({
    id: Id,
    name: z.string(),
    initials: z.string(),
    title: z.string(),
    email: z.string(),
    emailVisible: z.boolean(),
    languages: z.array(z.string()),
    timeZone: z.string(),
    locale: Locale,
    theme: ColourTheme,
    lowData: z.boolean(),
    memberships: z.array(Membership),
  })
  .meta({ id: 'Profile' });

/** Every field may be left out; what is given replaces what was there. */
export const ProfileChange = z
  .object({
    name: Text.trim().min(1).max(120),
    initials: Text.trim().min(1).max(4),
    title: Text.trim().max(120),
    emailVisible: z.boolean(),
    languages: z.array(Language).min(1).max(12),
    timeZone: TimeZone,
    locale: Locale,
    theme: ColourTheme,
    lowData: z.boolean(),
  })
  .partial()
  .meta({ id: 'ProfileChange' });

/** A member of a network as another member sees them. */
export const DirectoryPerson = PersonRef.extend({
  title: z.string(),
  /** Null unless the person opened it. */
  email: z.string().nullable(),
  languages: z.array(z.string()),
  timeZone: z.string(),
  localGovernment: z.object({ id: Id, name: z.string(), country: z.string() }).nullable(),
  roles: z.array(
    z.object({
      role: Role,
      side: Side.nullable(),
      partnership: z.object({ id: Id, slug: Slug, name: z.string() }).nullable(),
    }),
  ),
}).meta({ id: 'DirectoryPerson' });

/** One of the eleven people a visitor of the demonstration may be. */
export const DemonstrationPerson = PersonRef.extend({
  title: z.string(),
  role: Role,
  side: Side.nullable(),
  mandate: Mandate.nullable(),
  place: z.string(),
  network: z.string().nullable(),
}).meta({ id: 'DemonstrationPerson' });

/** Where events end: whatever is loaded after this is as new at least, so a client begins there. */
export const Since = z
  .object({
    /** The person's own. */
    userSeq: z.int(),
    /** Those of the announcements they are in, which tell what happens in a network. */
    streams: z.array(z.object({ channelId: Id, seq: z.int() })),
  })
  .meta({ id: 'Since' });

export const SessionState = z
  .object({
    /** Null for somebody who is not signed in. */
    person: Profile.nullable(),
    /** True while the hub holds invented data; a banner says so. */
    demonstration: z.boolean(),
    /** Whether the hub sends letters, so that people can sign in by one. */
    letters: z.boolean(),
    /** Null where `person` is. */
    since: Since.nullable(),
  })
  .meta({ id: 'SessionState' });

export type Membership = z.infer<typeof Membership>;
export type Profile = z.infer<typeof Profile>;
export type ProfileChange = z.infer<typeof ProfileChange>;
export type DirectoryPerson = z.infer<typeof DirectoryPerson>;
export type DemonstrationPerson = z.infer<typeof DemonstrationPerson>;
export type SessionState = z.infer<typeof SessionState>;
export type Since = z.infer<typeof Since>;
