/** What is given to make a network, to change it and to close it, and the template it is made from. */
import { z } from 'zod';
import { FieldDate, maxWhyLength } from './field-date.js';
import { ChannelKind, Id, Slug, Text } from './model.js';
import { ThemeName } from './networks.js';
import { FirstPartnership } from './partnership-changes.js';

/** A channel that a network or a partnership is made with. */
export const TemplateChannel = z
  .object({ name: z.string(), purpose: z.string(), kind: ChannelKind, sensitive: z.boolean() })
  .meta({ id: 'TemplateChannel' });

export const ThemeList = z
  .object({
    /** The channels that every network has from its first day. */
    common: z.array(TemplateChannel),
    themes: z.array(
      ThemeName.extend({
        id: Id,
        /** How many networks work on it. */
        networks: z.int(),
        /** The channels that it suggests. */
        channels: z.array(TemplateChannel),
      }),
    ),
    /** How long a network works unless it is said otherwise. */
    months: z.int(),
  })
  .meta({ id: 'ThemeList' });

const ThemeText = Text.trim().min(1).max(60);

/** By language: every interface language has its own. */
export const AddTheme = z.object({ names: z.object({ en: ThemeText, sv: ThemeText }) }).meta({ id: 'AddTheme' });

/** Its address in the hub, and the channels that its template suggests, stay. */
export const RenameTheme = AddTheme.extend({ themeId: Id }).meta({ id: 'RenameTheme' });

const Name = Text.trim().min(1).max(80);
const Region = Text.trim().min(1).max(80);
const Purpose = Text.trim().min(1).max(600);

/** A network is made once for its id, which whoever makes it chooses. */
export const CreateNetwork = z
  .object({
    networkId: Id,
    name: Name,
    /** Made from the name where it is left out. */
    slug: Slug.max(60).optional(),
    themeId: Id,
    region: Region,
    round: z.int().min(1).max(99),
    purpose: Purpose,
    startsOn: FieldDate,
    /** Four years after the start where it is left out. */
    endsOn: FieldDate.optional(),
    /** The theme's own channels, as they were suggested or as they were changed; the common ones come anyway. */
    channels: z
      .array(z.object({ name: Name, purpose: Text.trim().max(300), sensitive: z.boolean().optional() }))
      .max(12),
    partnerships: z.array(FirstPartnership).max(20).optional(),
  })
  .refine(({ startsOn, endsOn }) => endsOn === undefined || endsOn > startsOn, { path: ['endsOn'], error: 'too_early' })
  .meta({ id: 'CreateNetwork' });

/** What is given replaces what was there; a former name is kept, and the end is only ever moved on. */
export const ChangeNetwork = z
  .object({
    networkSlug: Slug,
    name: Name,
    region: Region,
    purpose: Purpose,
    endsOn: FieldDate,
    visitsAYear: z.int().min(0).max(12),
  })
  .partial()
  .required({ networkSlug: true })
  .meta({ id: 'ChangeNetwork' });

/** A closed network is read only, and can be opened again. */
export const CloseNetwork = z
  .object({
    networkSlug: Slug,
    to: z.enum(['completed', 'archived', 'open']),
    reason: Text.trim().max(maxWhyLength).optional(),
  })
  .meta({ id: 'CloseNetwork' });

export type TemplateChannel = z.infer<typeof TemplateChannel>;
export type ThemeList = z.infer<typeof ThemeList>;
