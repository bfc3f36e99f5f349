/** Looking after the hub: people and their roles over time, and the trail of what was changed. */
import { z } from 'zod';
import { Id, Instant, PersonRef, PlainDate, Role, Side, Slug, Text } from './model.js';
import { partnershipRoles } from './roles.js';

const NetworkRef = z.object({ id: Id, slug: Slug, name: z.string() });

/** Why something is ended or closed; for the audit trail. */
export const WithReason = z.object({ reason: Text.trim().min(1).max(500) });

/** A day that somebody may mean: in the time of this programme, and none that a slip of the finger makes. */
const Day = PlainDate.refine((day) => day >= '2000-01-01', { error: 'too_early' }).refine(
  (day) => day <= '2099-12-31',
  { error: 'too_late' },
);

/** A role over time, as those see it who may give and end some. */
export const RoleTerm = z
  .object({
    id: Id,
    role: Role,
    network: NetworkRef.nullable(),
    partnership: NetworkRef.nullable(),
    side: Side.nullable(),
    fromOn: PlainDate,
    /** The first day without the role; null for one without an end. */
    untilOn: PlainDate.nullable(),
    /** It has begun and is not over. */
    current: z.boolean(),
    over: z.boolean(),
  })
  .meta({ id: 'RoleTerm' });

/** `now`: with a role that has not ended; `all`: everybody, whatever roles they have or had. */
export const Standing = z.enum(['now', 'ended', 'disabled', 'all']);

export const PeopleQuery = z.object({
  networkSlug: Slug.optional(),
  role: Role.optional(),
  /** Whose role ends within so many weeks from today. */
  weeks: z.coerce.number().int().min(1).max(104).optional(),
  standing: Standing.default('now'),
  /** Every word of it occurs in the name, the title or the address. */
  words: Text.max(200).optional(),
  /** The last person of the page before. */
  after: Id.optional(),
});

const person = {
  title: z.string(),
  /** Null where the reader is no administrator and its owner did not open it. */
  email: z.string().nullable(),
  disabledAt: Instant.nullable(),
};

export const PeopleList = z
  .object({
    /** By name, at most 50. */
    found: z.array(PersonRef.extend({ ...person, terms: z.array(RoleTerm) })),
    total: z.int(),
    more: z.boolean(),
  })
  .meta({ id: 'PeopleList' });

/** Where the reader may give which roles. `network` is null for those of the whole hub. */
export const Grantable = z
  .object({
    network: NetworkRef.nullable(),
    roles: z.array(Role),
    partnerships: z.array(NetworkRef.extend({ sides: z.array(Side) })),
  })
  .meta({ id: 'Grantable' });

export const PersonPage = PersonRef.extend({
  ...person,
  /** The latest first; only those the reader looks after. */
  terms: z.array(RoleTerm.extend({ mayChange: z.boolean() })),
  grantable: z.array(Grantable),
  /** The reader corrects, disables and enables. */
  mayAdminister: z.boolean(),
  /** The hub's day, which roles begin and end by. */
  today: PlainDate,
}).meta({ id: 'PersonPage' });

const GrantFields = z.object({
  personId: Id,
  role: Role,
  networkId: Id.nullable().default(null),
  partnershipId: Id.nullable().default(null),
  side: Side.nullable().default(null),
  fromOn: Day,
  /** The last day with the role; null for one without an end. */
  lastOn: Day.nullable(),
});

/** What a role needs depends on where it is held. */
export const GrantRole = GrantFields.superRefine(({ role, networkId, partnershipId, side, fromOn, lastOn }, check) => {
  const missing = (path: string) => check.addIssue({ code: 'custom', message: 'required', path: [path] });
  const ofSide = (partnershipRoles as readonly Role[]).includes(role);
  if (role !== 'administrator' && networkId === null) missing('networkId');
  if (ofSide && partnershipId === null) missing('partnershipId');
  if (ofSide && side === null) missing('side');
  if (lastOn !== null && lastOn < fromOn) check.addIssue({ code: 'custom', message: 'too_early', path: ['lastOn'] });
}).meta({ id: 'GrantRole' });

export const ChangeRole = z.object({ lastOn: Day.nullable() }).meta({ id: 'ChangeRole' });

/** One `@` with something on both sides: the rest is for the mail server to say. */
const isAddress = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\.]+$/u;

export const ChangePerson = z
  .object({
    name: Text.trim().min(1).max(120),
    title: Text.trim().max(120),
    email: Text.trim()
      .min(1)
      .max(254)
      .refine((address) => address === '' || isAddress.test(address), { error: 'not_an_address' }),
  })
  .partial()
  .meta({ id: 'ChangePerson' });

export const AuditQuery = z.object({
  networkSlug: Slug.optional(),
  /** Its first words, e.g. `role` or `role.end`. */
  action: Text.max(60).optional(),
  actorId: Id.optional(),
  subjectId: Id.optional(),
  fromOn: Day.optional(),
  lastOn: Day.optional(),
  /** Occurs in the action, the reason, or what was changed. */
  words: Text.max(200).optional(),
  /** The last entry of the page before. */
  after: Id.optional(),
});

export const AuditSubjectKind = z.enum(['person', 'role', 'network', 'partnership', 'channel', 'message', 'other']);

export const AuditEntry = z
  .object({
    id: Id,
    at: Instant,
    /** Null where the hub did it, or whoever runs it. */
    actor: PersonRef.nullable(),
    network: NetworkRef.nullable(),
    action: z.string(),
    subject: z.object({
      id: Id,
      kind: AuditSubjectKind,
      /** What it is called today; null where it has no name, or is there no more. */
      name: z.string().nullable(),
      /** Whom it is about: the person, the holder of the role, the author of the message. */
      person: PersonRef.nullable(),
      role: Role.nullable(),
    }),
    reason: z.string(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'AuditEntry' });

export const AuditList = z
  .object({
    /** Newest first, at most 50. */
    entries: z.array(AuditEntry),
    more: z.boolean(),
    /** What the ids in `before` and `after` are called today. */
    names: z.record(z.string(), z.string()),
  })
  .meta({ id: 'AuditList' });

export const AuditExport = z
  .object({
    csv: z.string(),
    /** False where there was more than one export holds: the oldest are missing. */
    complete: z.boolean(),
  })
  .meta({ id: 'AuditExport' });

export type RoleTerm = z.infer<typeof RoleTerm>;
export type Standing = z.infer<typeof Standing>;
export type PeopleList = z.infer<typeof PeopleList>;
export type Grantable = z.infer<typeof Grantable>;
export type PersonPage = z.infer<typeof PersonPage>;
export type GrantRole = z.infer<typeof GrantRole>;
export type ChangePerson = z.infer<typeof ChangePerson>;
export type AuditEntry = z.infer<typeof AuditEntry>;
export type AuditList = z.infer<typeof AuditList>;
export type AuditExport = z.infer<typeof AuditExport>;
